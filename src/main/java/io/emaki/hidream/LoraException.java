package io.emaki.hidream;

import java.nio.file.Path;

/** A LoRA adapter that cannot be used; the message names the file, and the key where there is one. */
public final class LoraException extends HiDreamException {

    private static final long serialVersionUID = 1L;

    public LoraException(Path file, String message) {
        super(file + ": " + message);
    }

    public LoraException(Path file, String message, Throwable cause) {
        super(file + ": " + message, cause);
    }
}
