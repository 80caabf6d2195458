package io.emaki.imaging;

import java.time.Duration;

/** As many pictures wait as may wait; trying again later helps. */
public final class QueueFullException extends ImagingException {

    private final Duration retryAfter;

    QueueFullException(int capacity, Duration retryAfter) {
        super("the queue is full: " + capacity + " pictures may wait; try again in " + retryAfter.toSeconds() + " s");
        this.retryAfter = retryAfter;
    }

    /** When a place is expected to be free, from the measured time of a picture; whole seconds, at least one. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
