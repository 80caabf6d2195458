package io.emaki.imaging;

/** Root of what picture making throws on purpose. */
public abstract sealed class ImagingException extends RuntimeException
        permits PictureRejectedException, QueueFullException, RenderCancelledException, EditorUnavailableException {

    ImagingException(String message) {
        super(message);
    }

    ImagingException(String message, Throwable cause) {
        super(message, cause);
    }
}
