package io.emaki.hidream;

/** Asks a running generation to stop; it does so before the next step. May be cancelled from any thread, more than once. */
public final class CancellationToken {

    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
