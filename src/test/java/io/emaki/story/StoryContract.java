package io.emaki.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.intent.TurnText;
import io.emaki.testing.ServiceContract;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** What the story routes promise on every database. */
abstract class StoryContract extends ServiceContract {

    @Test
    void aTurnChangesThePersonaAndSaysWhatIsDue() {
        String rin = createPicturedPersona("Rin");
        String story = createStory(rin);

        var answer = post("/api/v1/stories/" + story + "/turns", """
                {"speaker": "persona", "text": "I pull on a scarf. [outfit add: a red scarf] [pose set: sitting]"}
                """);
        assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
        JsonNode turn = ok(answer);

        assertThat(turn.path("detector").asString()).isEqualTo("scripted");
        assertThat(turn.path("changes")).hasSize(2);
        JsonNode change = turn.path("changes").path(0);
        assertThat(change.path("persona_id").asString()).isEqualTo(rin);
        assertThat(change.path("axis").asString()).isEqualTo("outfit");
        assertThat(change.path("op").asString()).isEqualTo("add");
        assertThat(change.path("description").asString()).isEqualTo("a red scarf");
        assertThat(change.path("confidence").asDouble()).isEqualTo(0.9);
        assertThat(turn.path("jobs")).hasSize(1);
        assertThat(turn.path("jobs").path(0).path("state").asString()).isEqualTo("IN_QUEUE");
        assertThat(persona(rin).path("appearance").path("garments"))
                .extracting(JsonNode::asString)
                .containsExactly("a green hoodie", "blue jeans", "a red scarf");
        JsonNode revision =
                ok(get("/api/v1/personas/" + rin + "/revisions")).path("data").path(0);
        assertThat(revision.path("cause").path("turn_id")).isEqualTo(turn.path("turn_id"));
        assertThat(revision.path("status").asString()).isEqualTo("PENDING");
        assertThat(revision.path("changes").path(1).path("evidence").asString()).isEqualTo("[pose set: sitting]");
    }

    @Test
    void aTurnWithoutAChangeMakesNoJobAndNoRevision() {
        String rin = createPicturedPersona("Rin");
        String story = createStory(rin);

        JsonNode nothing = say(story, "How was the road today?");
        JsonNode nothingNew = say(story, "[outfit add: the green hoodie]");

        assertThat(nothing.path("changes")).isEmpty();
        assertThat(nothing.path("jobs")).isEmpty();
        assertThat(nothingNew.path("changes")).hasSize(1);
        assertThat(nothingNew.path("jobs")).isEmpty();
        assertThat(ok(get("/api/v1/personas/" + rin + "/revisions")).path("data"))
                .isEmpty();
    }

    @Test
    void theDetectorSeesTheLastThreeTurnsAndTheLooksBeforeTheTurn() {
        String story = createStory(createPersona("Rin"));
        List.of("one", "two", "three [scene set: a tavern]", "four").forEach(text -> say(story, text));

        say(story, "five");

        TurnText asked = detector.asked().getLast();
        assertThat(asked.history())
                .containsExactly("narrator: two", "narrator: three [scene set: a tavern]", "narrator: four");
        assertThat(asked.text()).isEqualTo("five");
        assertThat(asked.speaker()).isEqualTo("narrator");
        assertThat(asked.persona().name()).isEqualTo("Rin");
        assertThat(asked.persona().scene()).isEqualTo("a tavern");
        assertThat(asked.persona().outfit()).isEqualTo("a green hoodie, blue jeans");
    }

    @Test
    void eachPersonaOfTheCastIsChangedOnItsOwn() {
        String rin = createPicturedPersona("Rin");
        String mia = createPicturedPersona("Mia");
        String story = createStory(rin, mia);

        JsonNode turn = say(story, "[Mia outfit add: a crown] [scene set: a tavern]");

        assertThat(turn.path("jobs")).hasSize(2);
        assertThat(persona(rin).path("appearance").path("outfit").asString()).doesNotContain("crown");
        assertThat(persona(mia).path("appearance").path("outfit").asString()).contains("a crown");
        assertThat(persona(rin).path("appearance").path("scene").asString()).isEqualTo("a tavern");
    }

    @Test
    void turnsAreListedAsTheyWereTaken() {
        String story = createStory(createPersona("Rin"));
        say(story, "one");
        say(story, "two [scene set: a tavern]");

        JsonNode turns = ok(get("/api/v1/stories/" + story + "/turns")).path("data");

        assertThat(turns).extracting(turn -> turn.path("number").asInt()).containsExactly(1, 2);
        assertThat(turns.path(1).path("text").asString()).isEqualTo("two [scene set: a tavern]");
        assertThat(turns.path(1).path("changes")).hasSize(1);
        assertThat(ok(get("/api/v1/stories/" + story)).path("turns").asInt()).isEqualTo(2);
        assertThat(ok(get("/api/v1/stories")).path("data")).hasSize(1);
    }

    @Test
    void turnsThatComeAtOnceAreAllKept() throws Exception {
        String rin = createPicturedPersona("Rin");
        String story = createStory(rin);
        List<Callable<JsonNode>> turns = IntStream.range(0, 12)
                .<Callable<JsonNode>>mapToObj(i -> () -> say(story, "[outfit add: bracelet number" + i + "]"))
                .toList();

        try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
            for (Future<JsonNode> turn : clients.invokeAll(turns)) {
                assertThat(turn.get().path("jobs")).hasSize(1);
            }
        }

        assertThat(persona(rin).path("appearance").path("garments")).hasSize(14);
        assertThat(ok(get("/api/v1/stories/" + story + "/turns")).path("data"))
                .extracting(turn -> turn.path("number").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void namesTheFieldThatIsWrong() {
        String story = createStory(createPersona("Rin"));
        String turns = "/api/v1/stories/" + story + "/turns";

        assertThat(refusal(post(turns, "{\"speaker\": \"user\", \"text\": \"\"}"), 400))
                .startsWith("text must be given");
        assertThat(refusal(
                        post(turns, "{\"speaker\": \"user\", \"text\": \"%s\"}".formatted("x".repeat(100_000))), 400))
                .isEqualTo("text must be at most 20000 characters, not 100000");
        assertThat(refusal(post(turns, "{\"speaker\": \"dog\", \"text\": \"woof\"}"), 400))
                .isEqualTo("speaker must be user, persona or narrator");
        assertThat(refusal(post(turns, "{\"speaker\""), 400)).startsWith("body must be a JSON object");
        UUID nobody = UUID.randomUUID();
        assertThat(refusal(post("/api/v1/stories/" + nobody + "/turns", "{\"speaker\":\"user\",\"text\":\"x\"}"), 404))
                .isEqualTo("story does not exist: " + nobody);
        assertThat(refusal(
                        post("/api/v1/stories", "{\"title\": \"x\", \"persona_ids\": [\"%s\"]}".formatted(nobody)),
                        400))
                .isEqualTo("persona_ids[0] must be the id of a persona, not " + nobody);
        assertThat(refusal(post("/api/v1/stories", "{\"title\": \"x\", \"persona_ids\": [\"rin\"]}"), 400))
                .startsWith("persona_ids[0] has a value of the wrong type");
        assertThat(refusal(post("/api/v1/stories", "{\"title\": \"x\", \"persona_ids\": []}"), 400))
                .startsWith("persona_ids must hold 1 to 8 entries");
        assertThat(ok(get(turns)).path("data")).isEmpty();
    }

    @Test
    void isUnknownToOtherWorkspaces() {
        String rin = createPersona("Rin");
        String story = createStory(rin);
        changeWorkspace();

        assertThat(refusal(get("/api/v1/stories/" + story), 404)).startsWith("story does not exist");
        assertThat(refusal(post("/api/v1/stories", "{\"title\":\"x\",\"persona_ids\":[\"%s\"]}".formatted(rin)), 400))
                .startsWith("persona_ids[0]");
    }
}
