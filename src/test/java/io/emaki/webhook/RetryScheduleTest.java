package io.emaki.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final UUID DELIVERY = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofMinutes(5)));

    @Test
    void waitsLongerEachTimeAndThenGivesUp() {
        assertThat(schedule.next(DELIVERY, 1, null).orElseThrow())
                .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
        assertThat(schedule.next(DELIVERY, 2, null).orElseThrow())
                .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(330));
        assertThat(schedule.next(DELIVERY, 3, null)).isEmpty();
    }

    @Test
    void spreadsWhatFailedTogether() {
        Set<Duration> waits = IntStream.range(0, 50)
                .mapToObj(i -> schedule.next(UUID.nameUUIDFromBytes(new byte[] {(byte) i}), 2, null)
                        .orElseThrow())
                .collect(Collectors.toSet());

        assertThat(waits).hasSizeGreaterThan(40);
    }

    @Test
    void aWishLengthensTheWaitUpToADay() {
        assertThat(schedule.next(DELIVERY, 1, Duration.ofMinutes(3))).contains(Duration.ofMinutes(3));
        assertThat(schedule.next(DELIVERY, 2, Duration.ofSeconds(1)).orElseThrow())
                .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(schedule.next(DELIVERY, 1, Duration.ofDays(300))).contains(Duration.ofDays(1));
    }
}
