package io.emaki.illustration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditJobTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void theSameWorkHasTheSameSeedAndOtherWorkAnother() {
        Set<Long> seeds = IntStream.range(0, 100)
                .mapToObj(i -> Seed.of("Add hat " + i + ".", "a".repeat(64), "c1-aesthetic"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(seeds).hasSize(100).allMatch(seed -> seed >= 0 && seed <= Integer.MAX_VALUE);
        assertThat(Seed.of("Add hat 7.", "a".repeat(64), "c1-aesthetic")).isIn(seeds);
        assertThat(Seed.of("Add hat 7.", null, "c1-aesthetic")).isNotIn(seeds);
        assertThat(Seed.of("Add hat 7.", "a".repeat(64), null)).isNotIn(seeds);
    }

    @Test
    void anEndedJobStaysAsItEnded() {
        EditJob job = waiting();
        job.cancel("not wanted", NOW);

        assertThatThrownBy(() -> job.begin(NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CANCELED");
        assertThatThrownBy(() -> job.complete("a".repeat(64), "msg_1", NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(job::requestCancel).isInstanceOf(IllegalStateException.class);
        assertThat(job.state()).isEqualTo(JobState.CANCELED);
        assertThat(job.pictureSha256()).isEmpty();
    }

    @Test
    void countsOnlyTheAttemptsThatSaySomethingAboutTheEdit() {
        EditJob job = waiting();
        job.begin(NOW);
        job.requeue("the queue is full", false);
        assertThat(job.attempts()).isZero();
        job.begin(NOW);
        job.requeue("the model broke", true);

        assertThat(job.attempts()).isEqualTo(1);
        assertThat(job.state()).isEqualTo(JobState.IN_QUEUE);
        assertThat(job.reason()).contains("the model broke");
    }

    private static EditJob waiting() {
        return new EditJob(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Occasion.CHANGE, NOW);
    }
}
