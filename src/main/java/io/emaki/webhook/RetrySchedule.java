package io.emaki.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When to try again, with up to a tenth more, so that what failed together is not tried again together. */
final class RetrySchedule {

    private static final Duration LONGEST_WISH = Duration.ofDays(1);
    private static final int JITTER_STEPS = 1000;

    private final List<Duration> waits;

    RetrySchedule(List<Duration> waits) {
        this.waits = List.copyOf(waits);
    }

    /**
     * @param attempts how many attempts were made, at least 1
     * @param wish what the receiver asks for; it can lengthen the wait up to a day, not shorten it
     * @return empty when there are no more attempts
     */
    Optional<Duration> next(UUID delivery, int attempts, @Nullable Duration wish) {
        if (attempts > waits.size()) {
            return Optional.empty();
        }
        Duration wait = waits.get(attempts - 1);
        long share = Math.floorMod(delivery.hashCode() + attempts * 31L, JITTER_STEPS);
        Duration jittered = wait.plus(wait.dividedBy(10).multipliedBy(share).dividedBy(JITTER_STEPS));
        if (wish == null) {
            return Optional.of(jittered);
        }
        Duration asked = wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
        return Optional.of(asked.compareTo(jittered) > 0 ? asked : jittered);
    }
}
