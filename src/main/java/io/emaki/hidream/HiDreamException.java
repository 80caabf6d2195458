package io.emaki.hidream;

/** Root of what the engine throws on purpose. */
public abstract sealed class HiDreamException extends RuntimeException
        permits CheckpointException, LoraException, InvalidRequestException, CancelledException {

    private static final long serialVersionUID = 1L;

    protected HiDreamException(String message) {
        super(message);
    }

    protected HiDreamException(String message, Throwable cause) {
        super(message, cause);
    }
}
