package io.emaki.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.imaging.PictureRequest;
import io.emaki.imaging.RenderListener;
import io.emaki.imaging.RenderQueue;
import io.emaki.imaging.RenderTicket;
import io.emaki.media.AiMark;
import io.emaki.persona.Picturing;
import io.emaki.testing.ServiceContract;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What edit jobs promise on every database. */
abstract class IllustrationContract extends ServiceContract {

    private static final String SCARF = "I pull it on. [outfit add: a red scarf]";

    @Autowired
    private JobWriter writer;

    @Autowired
    private Painter painter;

    @Autowired
    private EditRun run;

    @Autowired
    private RenderQueue queue;

    @Autowired
    private JdbcClient jdbc;

    private String rin;
    private String story;
    private String first;

    @BeforeEach
    void beginStory() {
        rin = createPicturedPersona("Rin");
        story = createStory(rin);
        first = pictureOf(rin);
    }

    @Test
    void aChangeBecomesAPicture() {
        String job = jobOf(say(story, SCARF));
        schedulers.runEdits();

        JsonNode done = job(job);
        assertThat(done.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(done.path("progress").path("step").asInt()).isEqualTo(2);
        assertThat(done.path("progress").path("steps").asInt()).isEqualTo(2);
        assertThat(done.path("attempts").asInt()).isEqualTo(1);
        String picture = pictureOf(rin);
        assertThat(done.path("picture").path("sha256").asString()).isEqualTo(picture);
        assertThat(picture).isNotEqualTo(first);
        assertThat(AiMark.isMarked(media(picture))).isTrue();
        assertThat(persona(rin).path("shown_appearance")).isEqualTo(persona(rin).path("appearance"));
        assertThat(persona(rin).path("identity_sha256").asString()).isEqualTo(first);
        assertThat(persona(rin).path("edit_depth").asInt()).isEqualTo(1);

        PictureRequest request = editor.requests().getLast();
        assertThat(request.prompt()).isEqualTo("Add a red scarf to the outfit. Keep everything else the same.");
        assertThat(request.references()).hasSize(1);
        assertThat(request.references().getFirst()).isEqualTo(media(first));

        JsonNode revision = revisions().getFirst();
        assertThat(revision.path("status").asString()).isEqualTo("PICTURED");
        assertThat(revision.path("instruction").asString()).isEqualTo(request.prompt());
        assertThat(revision.path("picture_sha256").asString()).isEqualTo(picture);
        assertThat(revision.path("parent_picture_sha256").asString()).isEqualTo(first);
        assertThat(revision.path("parameters").path("seed").asLong()).isEqualTo(request.seed());
        assertThat(revision.path("parameters").path("model").path("hash").asString())
                .isEqualTo("model-1");
    }

    @Test
    void quickTurnsBecomeOneEdit() {
        List<String> jobs = List.of(
                jobOf(say(story, SCARF)),
                jobOf(say(story, "[scene set: a tavern]")),
                jobOf(say(story, "[companion add: a grey cat]")));
        schedulers.runEdits();

        assertThat(jobs).containsOnly(jobs.getFirst());
        assertThat(editor.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.prompt())
                        .isEqualTo("Add a red scarf to the outfit. Change the scene to a tavern."
                                + " Add a grey cat next to the person. Keep everything else the same."));
        assertThat(statuses()).containsExactly("PICTURED", "SUPERSEDED", "SUPERSEDED");
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void aChangeAndItsReversalBecomeNoEdit() {
        String job = jobOf(say(story, SCARF));
        JsonNode reversal = say(story, "Too warm. [outfit remove: the scarf]");
        schedulers.runEdits();

        assertThat(jobOf(reversal)).isEqualTo(job);
        assertThat(reversal.path("jobs").path(0).path("state").asString()).isEqualTo("CANCELED");
        assertThat(job(job).path("reason").asString()).isEqualTo("the changes cancel each other out");
        assertThat(editor.requests()).isEmpty();
        assertThat(messages()).isZero();
        assertThat(pictureOf(rin)).isEqualTo(first);
        assertThat(statuses()).containsExactly("PICTURED", "SUPERSEDED");
        assertThat(revisions().getFirst().path("picture_sha256").asString()).isEqualTo(first);
    }

    @Test
    void aReturnToAPicturedAppearanceReusesItsPicture() {
        say(story, SCARF);
        schedulers.runEdits();
        String scarf = pictureOf(rin);
        say(story, "[scene set: a tavern]");
        schedulers.runEdits();
        assertThat(editor.requests()).hasSize(2);

        String back = jobOf(say(story, "[scene set: the forest]"));
        schedulers.runEdits();
        assertThat(pictureOf(rin)).isEqualTo(scarf);
        assertThat(job(back).path("state").asString()).isEqualTo("COMPLETED");
        say(story, "[outfit remove: scarf]");
        schedulers.runEdits();

        assertThat(pictureOf(rin)).isEqualTo(first);
        assertThat(editor.requests()).hasSize(2);
        assertThat(messages()).isEqualTo(4);
    }

    @Test
    void anotherModelDrawsAnAppearanceAgain() {
        say(story, SCARF);
        schedulers.runEdits();
        say(story, "[scene set: a tavern]");
        schedulers.runEdits();
        UUID back = UUID.fromString(jobOf(say(story, "[scene set: a forest]")));

        assertThat(writer.begin(back, "model-2"))
                .hasValueSatisfying(
                        order -> assertThat(order.instruction()).startsWith("Change the scene to a forest."));
        assertThat(writer.begin(back, "model-1")).as("drawn before").isEmpty();
        assertThat(job(back.toString()).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void aJobThatRunsTwiceAtOnceGivesOnePictureAndOneMessage() throws InterruptedException {
        UUID job = UUID.fromString(jobOf(say(story, SCARF)));
        EditOrder one = writer.begin(job, "model-1").orElseThrow();
        EditOrder two = writer.begin(job, "model-1").orElseThrow();

        assertThat(writer.progress(one, 1, 2))
                .as("the attempt that was taken over stops")
                .isFalse();
        assertThat(writer.progress(two, 1, 2)).isTrue();
        Picturing drawnOne = painter.draw(one, (step, steps) -> true);
        Picturing drawnTwo = painter.draw(two, (step, steps) -> true);
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
            EditOrder order = writer.begin(job, "model-1").orElseThrow();
            Picturing drawn = painter.draw(order, (step, steps) -> true);
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
        EditOrder dead = writer.begin(job, "model-1").orElseThrow();
        Picturing stored = painter.draw(dead, (step, steps) -> true);

        schedulers.runEdits();

        assertThat(job(job.toString()).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(pictureOf(rin)).isEqualTo(stored.picture().sha256());
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void aJobWhoseProcessDiedIsTakenOver() {
        String job = jobOf(say(story, SCARF));
        assertThat(writer.begin(UUID.fromString(job), "model-1")).isPresent();
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
    void aChangeDuringAnEditIsTheNextEdit() {
        List<JsonNode> meanwhile = new ArrayList<>();
        editor.meanwhile(() -> meanwhile.add(say(story, "[scene set: a tavern]")));
        String firstJob = jobOf(say(story, SCARF));
        schedulers.runEdits();

        String secondJob = jobOf(meanwhile.getFirst());
        assertThat(secondJob).isNotEqualTo(firstJob);
        assertThat(job(firstJob).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(job(secondJob).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(editor.requests())
                .extracting(PictureRequest::prompt)
                .containsExactly(
                        "Add a red scarf to the outfit. Keep everything else the same.",
                        "Change the scene to a tavern. Keep everything else the same.");
        assertThat(persona(rin).path("shown_appearance")).isEqualTo(persona(rin).path("appearance"));
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

    @Test
    void aPersonaWithoutAPictureGetsAPortrait() {
        String mia = createPersona("Mia");
        String miasStory = createStory(mia);

        say(miasStory, "[companion add: a wolf]");
        schedulers.runEdits();

        PictureRequest request = editor.requests().getLast();
        assertThat(request.references()).isEmpty();
        assertThat(request.prompt())
                .isEqualTo("An adult ranger with green eyes. Wearing a green hoodie and blue jeans."
                        + " The scene is a forest. The pose is standing. Together with a wolf.");
        assertThat(persona(mia).path("identity_sha256").asString()).isEqualTo(pictureOf(mia));
        assertThat(persona(mia).path("edit_depth").asInt()).isZero();
    }

    @Test
    void aMatureStackNeedsAnAttestedAdult() {
        assertThat(refusal(post("/api/v1/personas", "{\"name\": \"R\", \"lora_stack\": \"m1-mature\"}"), 400))
                .startsWith("lora_stack is rated mature");
        ok(post("/api/v1/personas", """
                {"name": "R", "lora_stack": "m1-mature", "adult_attested": true, "mature_allowed": true}"""));
        // A stack that was rated anew after the persona had been made.
        jdbc.sql("update persona set lora_stack = 'm1-mature' where id = ?")
                .param(UUID.fromString(rin))
                .update();

        String job = jobOf(say(story, SCARF));
        schedulers.runEdits();

        assertThat(job(job).path("state").asString()).isEqualTo("FAILED");
        assertThat(job(job).path("reason").asString()).contains("rated mature");
        assertThat(editor.requests()).isEmpty();
        assertThat(pictureOf(rin)).isEqualTo(first);
    }

    @Test
    void isUnknownToOtherWorkspaces() {
        String job = jobOf(say(story, SCARF));
        changeWorkspace();

        assertThat(refusal(get("/api/v1/jobs/" + job), 404)).isEqualTo("job does not exist: " + job);
        assertThat(refusal(delete("/api/v1/jobs/" + job), 404)).isEqualTo("job does not exist: " + job);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String jobOf(JsonNode turn) {
        assertThat(turn.path("jobs")).hasSize(1);
        return turn.path("jobs").path(0).path("id").asString();
    }

    private byte[] media(String sha256) {
        return get("/media/" + sha256 + ".png").getResponse().getContentAsByteArray();
    }

    /** Newest first. */
    private List<JsonNode> revisions() {
        List<JsonNode> revisions = new ArrayList<>();
        ok(get("/api/v1/personas/" + rin + "/revisions")).path("data").forEach(revisions::add);
        return revisions;
    }

    private List<String> statuses() {
        return revisions().stream()
                .map(revision -> revision.path("status").asString())
                .toList();
    }

    private long messages() {
        return jdbc.sql("select count(*) from webhook_message where workspace_id = ?")
                .param(workspace())
                .query(Long.class)
                .single();
    }
}
