package io.emaki.intent.llm;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Everything about time that a test wants to hold in its hands.
 *
 * @param clock for dates
 * @param nanoTime for durations
 * @param pause waits
 * @param random from 0 to 1, for jitter
 */
record Timing(Clock clock, LongSupplier nanoTime, Pause pause, DoubleSupplier random) {

    @FunctionalInterface
    interface Pause {
        void last(Duration duration) throws InterruptedException;
    }

    static Timing of(Clock clock) {
        return new Timing(
                clock,
                System::nanoTime,
                Thread::sleep,
                () -> ThreadLocalRandom.current().nextDouble());
    }
}
