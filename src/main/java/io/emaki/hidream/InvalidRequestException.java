package io.emaki.hidream;

/** A request that cannot be carried out as asked; names the field and says what is allowed. */
public final class InvalidRequestException extends HiDreamException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    public InvalidRequestException(String field, String reason) {
        super(field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** The field as the request names it, for example {@code width} or {@code references[1]}. */
    public String field() {
        return field;
    }

    /** What is wrong and what is allowed, without the field's name. */
    public String reason() {
        return reason;
    }
}
