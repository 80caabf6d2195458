package io.emaki.hidream.runtime;

/** libtorch raised an error inside a script method; the message carries the script's own line numbers. */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScriptException(String method, Throwable cause) {
        super("the tensor script failed in '" + method + "': " + cause.getMessage(), cause);
    }
}
