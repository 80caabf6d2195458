package io.emaki.imaging;

/** The picture was cancelled while it waited or between two steps; nothing was made. */
public final class RenderCancelledException extends ImagingException {

    RenderCancelledException(String message) {
        super(message);
    }

    RenderCancelledException(String message, Throwable cause) {
        super(message, cause);
    }
}
