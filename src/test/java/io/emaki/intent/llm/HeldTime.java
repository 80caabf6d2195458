package io.emaki.intent.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody waits. */
final class HeldTime extends Clock {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    final List<Duration> waits = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    Timing timing() {
        return new Timing(this, () -> passed.toNanos(), this::waitFor, () -> 1.0);
    }

    void pass(Duration duration) {
        passed = passed.plus(duration);
    }

    private void waitFor(Duration duration) {
        waits.add(duration);
        pass(duration);
    }

    @Override
    public Instant instant() {
        return START.plus(passed);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
