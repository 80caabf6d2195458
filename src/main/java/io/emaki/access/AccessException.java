package io.emaki.access;

/** A name or id that cannot be used; the message names the field and says what is allowed. */
public final class AccessException extends RuntimeException {

    private final String field;

    AccessException(String field, String reason) {
        super(field + ": " + reason);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
