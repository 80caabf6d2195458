package io.emaki.imaging;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How fast pictures come out, measured: a moving mean over pictures, and the present one's own steps. Not thread-safe. */
final class Pace {

    private static final double WEIGHT_OF_THE_LAST = 0.3;
    /** Before anything was measured. */
    private static final double UNKNOWN_SECONDS = 5;

    private final LongSupplier nanoTime;
    private double meanSeconds = UNKNOWN_SECONDS;
    private boolean measured;
    private long startedAt;
    private boolean running;
    private double stepSecondsLeft = -1;

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void started() {
        running = true;
        startedAt = nanoTime.getAsLong();
        stepSecondsLeft = -1;
    }

    void step(RenderProgress progress) {
        stepSecondsLeft = progress.secondsPerStep() * (progress.steps() - progress.step());
    }

    /** @param finished false when it failed or was cancelled, which says nothing about how long one takes */
    void ended(boolean finished) {
        running = false;
        if (finished) {
            double seconds = secondsSinceStart();
            meanSeconds = measured ? meanSeconds + WEIGHT_OF_THE_LAST * (seconds - meanSeconds) : seconds;
            measured = true;
        }
    }

    /** When this many more pictures will have left the queue, in whole seconds, at least one. */
    Duration untilFree(int places) {
        double first = running ? secondsLeft() : 0;
        double seconds = first + (places - 1) * meanSeconds;
        return Duration.ofSeconds(Math.max(1, (long) Math.ceil(seconds)));
    }

    private double secondsLeft() {
        return stepSecondsLeft >= 0 ? stepSecondsLeft : Math.max(0, meanSeconds - secondsSinceStart());
    }

    private double secondsSinceStart() {
        return (nanoTime.getAsLong() - startedAt) / 1e9;
    }
}
