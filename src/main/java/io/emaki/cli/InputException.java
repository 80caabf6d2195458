package io.emaki.cli;

/** Input that a command cannot use. The message is one line and says what to change; the exit status is 2. */
public final class InputException extends RuntimeException {

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
