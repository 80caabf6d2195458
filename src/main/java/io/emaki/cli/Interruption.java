package io.emaki.cli;

import io.emaki.hidream.CancellationToken;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end a generation between two steps, and keeps a finished picture from being cut off while it is written. */
final class Interruption implements AutoCloseable {

    /** Longer than a step usually takes; what is left after it is native memory, which the system takes back. */
    private static final long PATIENCE_SECONDS = 10;

    private final CancellationToken cancel;
    private final long patience;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");

    private Interruption(CancellationToken cancel, long patience) {
        this.cancel = cancel;
        this.patience = patience;
    }

    static Interruption cancelling(CancellationToken cancel) {
        return cancelling(cancel, PATIENCE_SECONDS);
    }

    /** @param patience seconds for the work to end by itself, since a training step and what it leaves take longer */
    static Interruption cancelling(CancellationToken cancel, long patience) {
        Interruption interruption = new Interruption(cancel, patience);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupt() {
        cancel.cancel();
        try {
            ended.await(patience, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running, and has just been let go.
        }
    }
}
