package io.emaki.imaging;

/** A request that cannot be carried out as asked; trying again does not help. Names the field and what is allowed. */
public final class PictureRejectedException extends ImagingException {

    private final String field;
    private final String reason;

    public PictureRejectedException(String field, String reason) {
        super(field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    public PictureRejectedException(String field, String reason, Throwable cause) {
        super(field + ": " + reason, cause);
        this.field = field;
        this.reason = reason;
    }

    /** For example {@code size}, {@code lora} or {@code image[1]}. */
    public String field() {
        return field;
    }

    /** What is wrong and what is allowed, without the field's name. */
    public String reason() {
        return reason;
    }
}
