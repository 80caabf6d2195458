package io.emaki.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.imaging.PictureRequest;
import io.emaki.imaging.RenderListener;
import io.emaki.imaging.RenderQueue;
import io.emaki.imaging.RenderTicket;
import io.emaki.persona.Picturing;
import io.emaki.testing.TestPictures;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** What edit jobs withstand on every database: double runs, dead processes, cancellation, failures. */
abstract class ResilienceContract extends EditContract {

    @Autowired
    private RenderQueue queue;

    @Test
    void aJobThatRunsTwiceAtOnceGivesOnePictureAndOneMessage() throws InterruptedException {
        UUID job = UUID.fromString(jobOf(say(story, SCARF)));
        EditOrder one = begin(job, "model-1");
        EditOrder two = begin(job, "model-1");

        assertThat(writer.progress(one, 1, 2))
                .as("the attempt that was taken over stops")
                .isFalse();
        assertThat(writer.progress(two, 1, 2)).isTrue();
        Picturing drawnOne = painter.keep(one, painter.draw(one, (step, steps) -> true));
        Picturing drawnTwo = painter.keep(two, painter.draw(two, (step, steps) -> true));
        writer.failed(one, "what an attempt that was taken over says counts for nothing");
        assertThat(writer.finish(two, drawnTwo)).isTrue();
        String picture = pictureOf(rin);
        assertThat(writer.finish(one, drawnOne)).isTrue();
        assertThat(run.run(job)).as("run a third time").isEmpty();

        assertThat(drawnOne.picture()).isEqualTo(drawnTwo.picture());
        assertThat(pictureOf(rin))
                .isEqualTo(picture)
                .isEqualTo(drawnTwo.picture().sha256());
        assertThat(job(job.toString()).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(persona(rin).path("edit_depth").asInt()).isEqualTo(1);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void twoRunsThatEndAtTheSameMomentGiveOnePictureAndOneMessage() throws Exception {
        UUID job = UUID.fromString(jobOf(say(story, SCARF)));
        List<Callable<Boolean>> ends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            EditOrder order = begin(job, "model-1");
            Picturing drawn = painter.keep(order, painter.draw(order, (step, steps) -> true));
            ends.add(() -> writer.finish(order, drawn));
        }

        try (ExecutorService processes = Executors.newFixedThreadPool(ends.size())) {
            for (Future<Boolean> over : processes.invokeAll(ends)) {
                assertThat(over.get()).isTrue();
            }
        }

        assertThat(persona(rin).path("edit_depth").asInt()).isEqualTo(1);
        assertThat(statuses()).containsExactly("PICTURED");
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void aJobThatDiedAfterDrawingIsFinishedByTheNextRun() throws InterruptedException {
        UUID job = UUID.fromString(jobOf(say(story, SCARF)));
        EditOrder dead = begin(job, "model-1");
        Picturing stored = painter.keep(dead, painter.draw(dead, (step, steps) -> true));

        schedulers.runEdits();

        assertThat(job(job.toString()).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(pictureOf(rin)).isEqualTo(stored.picture().sha256());
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void aJobWhoseProcessDiedIsTakenOver() {
        String job = jobOf(say(story, SCARF));
        begin(UUID.fromString(job), "model-1");
        jdbc.sql("""
                        update edit_execution set picked = true, picked_by = 'a dead process', last_heartbeat = ?
                        where task_instance = ?""").params(clock.instant().atOffset(ZoneOffset.UTC), job).update();
        schedulers.runEdits();
        assertThat(job(job).path("state").asString()).isEqualTo("IN_PROGRESS");

        clock.move(Duration.ofHours(2));
        schedulers.findDeadEdits();
        schedulers.runEdits();

        assertThat(job(job).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(job(job).path("attempts").asInt()).isEqualTo(2);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void anUploadDuringAnEditWins() {
        editor.meanwhile(() -> ok(putPicture(rin, TestPictures.png(64, 64, 0xabcdef))));
        String job = jobOf(say(story, SCARF));
        schedulers.runEdits();

        assertThat(persona(rin).path("identity_sha256").asString()).isEqualTo(pictureOf(rin));
        assertThat(job(job).path("state").asString()).isEqualTo("CANCELED");
        assertThat(messages()).isZero();
    }

    @Test
    void aWaitingJobIsCanceledAtOnceAndItsChangeIsNotLost() {
        String job = jobOf(say(story, SCARF));
        assertThat(job(job).path("queue_position").asLong()).isPositive();

        assertThat(delete("/api/v1/jobs/" + job)).hasStatus(HttpStatus.OK);
        schedulers.runEdits();
        assertThat(job(job).path("state").asString()).isEqualTo("CANCELED");
        assertThat(editor.requests()).isEmpty();
        assertThat(statuses()).containsExactly("FAILED");

        say(story, "[pose set: sitting]");
        schedulers.runEdits();
        assertThat(editor.requests().getLast().prompt()).contains("a red scarf").contains("sitting");
        assertThat(statuses()).containsExactly("PICTURED", "SUPERSEDED");
        assertThat(refusal(delete("/api/v1/jobs/" + job), 409)).isEqualTo("job is already CANCELED");
    }

    @Test
    void aRunningJobStopsAtItsNextStep() {
        String job = jobOf(say(story, SCARF));
        editor.meanwhile(() -> assertThat(delete("/api/v1/jobs/" + job)).hasStatus(HttpStatus.ACCEPTED));
        schedulers.runEdits();

        JsonNode canceled = job(job);
        assertThat(canceled.path("state").asString()).isEqualTo("CANCELED");
        assertThat(canceled.path("progress").path("step").asInt()).isEqualTo(1);
        assertThat(pictureOf(rin)).isEqualTo(first);
        assertThat(messages()).isZero();
    }

    @Test
    void aFailedAttemptIsRepeatedAfterAWhile() {
        editor.failNext(1);
        String job = jobOf(say(story, SCARF));
        schedulers.runEdits();
        assertThat(job(job).path("state").asString()).isEqualTo("IN_QUEUE");
        assertThat(job(job).path("reason").asString()).isEqualTo("the model broke");
        assertThat(editor.requests()).hasSize(1);

        clock.move(Duration.ofSeconds(2));
        schedulers.runEdits();

        assertThat(job(job).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(job(job).path("attempts").asInt()).isEqualTo(2);
        assertThat(editor.requests().get(1).seed())
                .isEqualTo(editor.requests().get(0).seed());
    }

    @Test
    void anEditThatAlwaysFailsEndsWithItsReason() {
        editor.failNext(100);
        String job = jobOf(say(story, SCARF));
        for (int i = 0; i < 10; i++) {
            schedulers.runEdits();
            clock.move(Duration.ofMinutes(2));
        }

        assertThat(job(job).path("state").asString()).isEqualTo("FAILED");
        assertThat(job(job).path("attempts").asInt()).isEqualTo(4);
        assertThat(job(job).path("reason").asString()).isEqualTo("the model broke");
        assertThat(revisions().getFirst().path("reason").asString()).isEqualTo("the model broke");
        assertThat(statuses()).containsExactly("FAILED");
        assertThat(pictureOf(rin)).isEqualTo(first);

        editor.failNext(0);
        say(story, "[pose set: sitting]");
        schedulers.runEdits();
        assertThat(statuses()).containsExactly("PICTURED", "SUPERSEDED");
    }

    @Test
    void aFullQueueIsNoFailedAttempt() throws InterruptedException {
        UUID job = UUID.fromString(jobOf(say(story, SCARF)));
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        editor.meanwhile(() -> {
            busy.countDown();
            await(release);
        });
        PictureRequest other = new PictureRequest("another picture", List.of(), null, null, null, null, null, 1L, null);
        List<RenderTicket> others = new ArrayList<>();
        others.add(queue.submit(other, RenderListener.silent()));
        await(busy);
        for (int i = 0; i < queue.capacity(); i++) {
            others.add(queue.submit(other, RenderListener.silent()));
        }

        Optional<Duration> again = run.run(job);
        release.countDown();
        others.forEach(RenderTicket::cancel);

        assertThat(again).hasValueSatisfying(wait -> assertThat(wait).isPositive());
        assertThat(job(job.toString()).path("state").asString()).isEqualTo("IN_QUEUE");
        assertThat(job(job.toString()).path("attempts").asInt()).isZero();
        assertThat(job(job.toString()).path("reason").asString()).startsWith("the queue is full");
        schedulers.runEdits();
        assertThat(job(job.toString()).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void aModelThatCannotBeOpenedIsTriedAgainAndThenGivenUp() {
        UUID job = UUID.fromString(jobOf(say(story, SCARF)));
        List<Duration> waits = List.of(Duration.ofSeconds(1), Duration.ofSeconds(9));

        assertThat(writer.unavailable(job, "no such file", waits)).contains(Duration.ofSeconds(1));
        assertThat(writer.unavailable(job, "no such file", waits)).contains(Duration.ofSeconds(9));
        assertThat(writer.unavailable(job, "no such file", waits)).isEmpty();

        assertThat(job(job.toString()).path("state").asString()).isEqualTo("FAILED");
        assertThat(job(job.toString()).path("reason").asString()).isEqualTo("no such file");
        assertThat(statuses()).containsExactly("FAILED");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
