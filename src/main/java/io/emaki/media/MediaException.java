package io.emaki.media;

/** A picture that cannot be stored, read back or marked; nothing was left half-written. */
public class MediaException extends RuntimeException {

    public MediaException(String message) {
        super(message);
    }

    public MediaException(String message, Throwable cause) {
        super(message, cause);
    }
}
