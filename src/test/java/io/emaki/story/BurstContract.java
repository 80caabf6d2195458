package io.emaki.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.testing.ServiceContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Many turns in little time, with the waiting time that the service has by default. */
@TestPropertySource(properties = "emaki.illustration.settle=1s")
abstract class BurstContract extends ServiceContract {

    private static final int TURNS = 20;

    @Test
    void twentyTurnsWithinASecondAreAtMostTwoEditsEvenForAnInstantModel() {
        String rin = createPicturedPersona("Rin");
        String story = createStory(rin);
        for (int i = 0; i < TURNS; i++) {
            say(story, "[outfit add: bracelet %d] [scene set: room %d]".formatted(i, i));
            schedulers.runEdits();
            clock.move(Duration.ofMillis(50));
        }
        assertThat(editor.requests()).as("the first change is drawn at once").hasSize(1);

        settle();

        assertThat(editor.requests()).hasSize(2);
        JsonNode persona = persona(rin);
        assertThat(persona.path("shown_appearance")).isEqualTo(persona.path("appearance"));
        assertThat(persona.path("appearance").path("scene").asString()).isEqualTo("room 19");
        assertThat(persona.path("appearance").path("garments")).hasSize(2 + TURNS);
    }

    @Test
    void aModelThatIsStillDrawingIsStoppedOnceAndTheRestIsOneEdit() {
        String rin = createPicturedPersona("Rin");
        String story = createStory(rin);
        editor.meanwhile(() -> {
            for (int i = 1; i < TURNS; i++) {
                say(story, "[outfit add: bracelet %d]".formatted(i));
                clock.move(Duration.ofMillis(50));
            }
        });
        say(story, "[outfit add: bracelet 0]");
        schedulers.runEdits();
        settle();

        assertThat(editor.requests()).hasSize(2);
        assertThat(editor.requests().getLast().prompt()).contains("bracelet 0", "bracelet 19");
        assertThat(persona(rin).path("appearance").path("garments")).hasSize(2 + TURNS);
        assertThat(persona(rin).path("shown_appearance")).isEqualTo(persona(rin).path("appearance"));
    }

    @Test
    void aCooldownDelaysWhatTheStoryCausesAndNothingThatSomebodyAsksFor() {
        String rin = createPicturedPersona("Rin");
        String story = createStory(rin);
        ok(patch("/api/v1/personas/" + rin, "{\"cooldown_seconds\": 600}"));
        say(story, "[outfit add: a red scarf]");
        schedulers.runEdits();
        say(story, "[scene set: a tavern]");
        clock.move(Duration.ofSeconds(300));
        schedulers.runEdits();
        assertThat(editor.requests()).hasSize(1);

        ok(post("/api/v1/personas/" + rin + "/show", "{}"));
        schedulers.runEdits();

        assertThat(editor.requests()).hasSize(2);
        say(story, "[scene set: a forest]");
        settle();
        assertThat(editor.requests()).as("a picture from before needs no edit").hasSize(2);
        say(story, "[scene set: a castle]");
        settle();
        assertThat(editor.requests()).hasSize(2);
        clock.move(Duration.ofSeconds(600));
        schedulers.runEdits();
        assertThat(editor.requests()).hasSize(3);
    }

    @Test
    void aDailyBudgetHoldsEditsUntilTheNextDay() {
        String rin = createPicturedPersona("Rin");
        String story = createStory(rin);
        ok(patch("/api/v1/personas/" + rin, "{\"daily_edits\": 1}"));
        say(story, "[outfit add: a red scarf]");
        schedulers.runEdits();
        JsonNode turn = say(story, "[scene set: a tavern]");
        settle();

        assertThat(editor.requests()).hasSize(1);
        JsonNode held = job(turn.path("jobs").path(0).path("id").asString());
        assertThat(held.path("state").asString()).isEqualTo("IN_QUEUE");
        assertThat(held.path("reason").asString()).isEqualTo("the persona's daily budget of 1 edits is used up");
        // A service that runs looks again at midnight.
        for (int minutes = 0; minutes < 24 * 60; minutes += 10) {
            clock.move(Duration.ofMinutes(10));
            schedulers.runEdits();
        }
        assertThat(editor.requests()).hasSize(2);
    }

    @Test
    void aJobThatNobodyCouldBeginInTimeIsGivenUp() {
        String rin = createPicturedPersona("Rin");
        JsonNode turn = say(createStory(rin), "[scene set: a tavern]");
        clock.move(Duration.ofMinutes(16));
        schedulers.runEdits();

        JsonNode job = job(turn.path("jobs").path(0).path("id").asString());
        assertThat(job.path("state").asString()).isEqualTo("ABORTED");
        assertThat(job.path("reason").asString()).isEqualTo("waited longer than PT15M and never began");
        assertThat(editor.requests()).isEmpty();
    }

    @Test
    void anAttemptThatRunsTooLongIsStopped() {
        String rin = createPicturedPersona("Rin");
        String story = createStory(rin);
        String before = pictureOf(rin);
        editor.meanwhile(() -> clock.move(Duration.ofMinutes(11)));
        JsonNode turn = say(story, "[scene set: a tavern]");
        schedulers.runEdits();

        JsonNode job = job(turn.path("jobs").path(0).path("id").asString());
        assertThat(job.path("state").asString()).isEqualTo("FAILED");
        assertThat(job.path("reason").asString()).isEqualTo("the edit ran longer than PT10M");
        assertThat(pictureOf(rin)).isEqualTo(before);
    }

    @Test
    void aDryRunTellsAndWritesNothing() {
        String rin = createPicturedPersona("Rin");
        String story = createStory(rin);

        JsonNode would = ok(post(
                        "/api/v1/stories/" + story + "/turns?dry_run=true",
                        "{\"speaker\": \"narrator\", \"text\": \"[outfit add: a red scarf]\"}"))
                .path("personas")
                .path(0);

        assertThat(would.path("edit").path("edit").asBoolean()).isTrue();
        assertThat(would.path("edit").path("because").asString()).isEqualTo("no picture shows it");
        assertThat(would.path("edit").path("instruction").asString()).startsWith("Add a red scarf");
        assertThat(would.path("appearance").path("outfit").toString()).contains("a red scarf");
        assertThat(ok(get("/api/v1/stories/" + story)).path("turns").asInt()).isZero();
        assertThat(persona(rin).path("appearance").path("garments")).hasSize(2);
    }

    @Test
    void anOldVersionIsNotOverwritten() {
        String rin = createPicturedPersona("Rin");
        String tag = get("/api/v1/personas/" + rin).getResponse().getHeader("ETag");
        String path = "/api/v1/personas/" + rin + "/appearance";

        assertThat(patch(path, "{\"pose\": \"sitting\"}", tag)).hasStatus(202);
        assertThat(refusal(patch(path, "{\"pose\": \"kneeling\"}", tag), 412)).startsWith("If-Match ");
        assertThat(persona(rin).path("appearance").path("pose").asString()).isEqualTo("sitting");
    }

    @Test
    void eventsOfAJobCanBeFollowedAndResumed() {
        String rin = createPicturedPersona("Rin");
        JsonNode turn = say(createStory(rin), "[scene set: a tavern]");
        String id = turn.path("jobs").path(0).path("id").asString();
        schedulers.runEdits();
        int events = job(id).path("events").asInt();

        String all = text(get("/api/v1/jobs/" + id + "/events"));
        assertThat(all).contains("event: completed", "id: " + events);
        assertThat(text(getSince("/api/v1/jobs/" + id + "/events", events)))
                .as("nothing is new")
                .isEmpty();
        assertThat(text(getSince("/api/v1/jobs/" + id + "/events", events - 1))).contains("event: completed");
    }

    private void settle() {
        clock.move(Duration.ofSeconds(4));
        schedulers.runEdits();
    }
}
