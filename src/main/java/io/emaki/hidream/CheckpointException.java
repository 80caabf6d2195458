package io.emaki.hidream;

import java.nio.file.Path;

/** A model folder or file that cannot be used; the message names the file, and the tensor or key where there is one. */
public final class CheckpointException extends HiDreamException {

    private static final long serialVersionUID = 1L;

    public CheckpointException(Path file, String message) {
        super(file + ": " + message);
    }

    public CheckpointException(Path file, String message, Throwable cause) {
        super(file + ": " + message, cause);
    }
}
