package io.emaki.demo;

/** The story could not be played to its end. The message is one line. */
public final class DemoException extends RuntimeException {

    DemoException(String message) {
        super(message);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
