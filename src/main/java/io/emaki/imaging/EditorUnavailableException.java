package io.emaki.imaging;

/** The model cannot be used, for example because its file is damaged; the message says what the operator has to change. */
public final class EditorUnavailableException extends ImagingException {

    EditorUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
