package io.emaki.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.imaging.PictureRequest;
import io.emaki.media.AiMark;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which edits the turns of a story lead to, on every database. */
abstract class IllustrationContract extends EditContract {

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

        assertThat(begin(back, "model-2").instruction()).startsWith("Change the scene to a forest.");
        assertThat(writer.begin(back, "model-1")).as("drawn before").isInstanceOf(Beginning.Over.class);
        assertThat(job(back.toString()).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void aChangeDuringAnEditIsTheNextEdit() {
        List<JsonNode> meanwhile = new ArrayList<>();
        editor.meanwhile(() -> meanwhile.add(say(story, "[scene set: a tavern]")));
        String firstJob = jobOf(say(story, SCARF));
        schedulers.runEdits();

        String secondJob = jobOf(meanwhile.getFirst());
        assertThat(secondJob).isNotEqualTo(firstJob);
        assertThat(job(firstJob).path("state").asString())
                .as("it drew what is no longer wanted")
                .isEqualTo("CANCELED");
        assertThat(job(firstJob).path("reason").asString()).isEqualTo("a newer change took its place");
        assertThat(job(secondJob).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(editor.requests())
                .extracting(PictureRequest::prompt)
                .containsExactly(
                        "Add a red scarf to the outfit. Keep everything else the same.",
                        "Add a red scarf to the outfit. Change the scene to a tavern. Keep everything else the same.");
        assertThat(persona(rin).path("shown_appearance")).isEqualTo(persona(rin).path("appearance"));
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
                .isEqualTo(
                        "An adult ranger with green eyes, wearing a green hoodie and blue jeans, in a forest, standing,"
                                + " together with a wolf.");
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
}
