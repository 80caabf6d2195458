package io.emaki.intent.llm;

import dev.langchain4j.exception.ContentFilteredException;
import io.emaki.intent.llm.CallFailedException.Kind;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Tries again when that is worth it, with waits that double and are spread out, as long as the server asks for, and within one deadline
 * for all of it. When most of the last calls have failed, calls fail at once for a while.
 */
final class PatientCaller {

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
    private static final int WINDOW = 10;
    private static final int FEWEST_CALLS = 5;
    private static final int FAILURES_PERCENT = 50;
    private static final int PROBES = 2;

    private final LlmSettings settings;
    private final Timing timing;
    private final DetectorMeters meters;
    private final CircuitBreaker circuit;

    PatientCaller(LlmSettings settings, Timing timing, DetectorMeters meters) {
        this.settings = settings;
        this.timing = timing;
        this.meters = meters;
        this.circuit = CircuitBreaker.of(
                "llm",
                CircuitBreakerConfig.custom()
                        .slidingWindow(WINDOW, FEWEST_CALLS, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(FAILURES_PERCENT)
                        .waitDurationInOpenState(settings.restAfterFailures())
                        // Slow calls end by their timeout and are failures then.
                        .slowCallDurationThreshold(Duration.ofDays(1))
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .clock(timing.clock())
                        .currentTimestampFunction(clock -> timing.nanoTime().getAsLong(), TimeUnit.NANOSECONDS)
                        .build());
    }

    /**
     * @param attempt gets how long it may take
     * @throws CallFailedException of the last attempt
     */
    <T> T call(Function<Duration, T> attempt) {
        long start = timing.nanoTime().getAsLong();
        for (int tries = 0; ; tries++) {
            try {
                return tryOnce(attempt, left(start));
            } catch (CallFailedException failed) {
                Duration wait = wait(failed, tries);
                if (!failed.kind().isWorthRetrying()
                        || tries == settings.retries()
                        || wait.compareTo(left(start)) >= 0) {
                    throw failed;
                }
                meters.retried();
                pause(wait);
            }
        }
    }

    private Duration left(long start) {
        return settings.deadline().minusNanos(timing.nanoTime().getAsLong() - start);
    }

    private <T> T tryOnce(Function<Duration, T> attempt, Duration left) {
        if (!circuit.tryAcquirePermission()) {
            throw new CallFailedException(Kind.RESTING, "it failed too often and is left alone for a while");
        }
        long start = timing.nanoTime().getAsLong();
        try {
            Duration limit = left.compareTo(settings.timeout()) < 0 ? left : settings.timeout();
            T answer = attempt.apply(limit.isPositive() ? limit : Duration.ofMillis(1));
            long nanos = timing.nanoTime().getAsLong() - start;
            circuit.onSuccess(nanos, TimeUnit.NANOSECONDS);
            meters.called(nanos, true);
            return answer;
        } catch (RuntimeException failure) {
            CallFailedException failed = failed(failure);
            long nanos = timing.nanoTime().getAsLong() - start;
            if (failed.kind().isTheModelsFault()) {
                circuit.onError(nanos, TimeUnit.NANOSECONDS, failed);
            } else {
                circuit.releasePermission();
            }
            meters.called(nanos, false);
            throw failed;
        }
    }

    /** The library wraps what its client throws, and fails in its own ways on bodies that are no answers. */
    private static CallFailedException failed(RuntimeException failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof CallFailedException failed) {
                return failed;
            }
            if (link instanceof ContentFilteredException) {
                return new CallFailedException(Kind.REJECTED, "the model refused");
            }
        }
        return new CallFailedException(Kind.UNREADABLE, "the answer is none of a chat model");
    }

    /** At least as long as the server asks for; the jitter keeps many callers from coming back at the same moment. */
    private Duration wait(CallFailedException failed, int tries) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << tries);
        Duration capped = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        Duration jittered = Duration.ofNanos(
                (long) (capped.toNanos() * (0.5 + timing.random().getAsDouble() / 2)));
        return failed.retryAfter()
                .map(asked -> asked.plus(jittered.dividedBy(4)))
                .filter(asked -> asked.compareTo(jittered) > 0)
                .orElse(jittered);
    }

    private void pause(Duration wait) {
        try {
            timing.pause().last(wait);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CallFailedException(Kind.INTERRUPTED, "interrupted");
        }
    }
}
