package io.emaki.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.testing.ServiceContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A story of two personas in which everything happens: swipes, deletions, reversals, branches, bursts, chapters, requests,
 * refusals. A model of the story in this class says what the state must be after each step.
 */
abstract class TortureContract extends ServiceContract {

    /** The look that the story has reached, by axis, for each persona: what the test itself expects. */
    private record Expected(String outfit, String scene, String pose, List<String> companions) {}

    private String rin;
    private String mia;
    private String story;
    private final Map<String, String> turns = new LinkedHashMap<>();
    private int taken;

    @BeforeEach
    void begin() {
        rin = createPicturedPersona("Rin");
        mia = createPicturedPersona("Mia");
    }

    @Test
    void everyStepLeavesTheExpectedStateAndAReplayDrawsNothing() {
        List<String> first = play();
        int drawn = editor.requests().size();
        assertThat(drawn).isGreaterThan(10);
        assertThat(taken).isGreaterThanOrEqualTo(60);

        goHome();
        List<String> second = play();

        assertThat(second).isEqualTo(first);
        assertThat(editor.requests().size() - drawn)
                .as("edits run by the replay")
                .isZero();
    }

    /** The story again from the start, with both personas as they were made. */
    private void goHome() {
        ok(put("/api/v1/stories/" + story + "/head", "{}"));
        schedulers.runEdits();
        taken = 0;
        turns.clear();
    }

    private List<String> play() {
        List<String> pictures = new ArrayList<>();
        story = createStory(rin, mia);
        String made = pictureOf(rin);

        // Quick turns become one edit.
        turn("a1", "[Rin outfit add: a red scarf]");
        turn("a2", "[Rin pose set: sitting] [Mia pose set: kneeling]");
        turn("a3", "Nothing to see here.");
        draw();
        pictures.add(pictureOf(rin));
        expect(rin, new Expected("a green hoodie, blue jeans, a red scarf", "a forest", "sitting", List.of()));
        expect(mia, new Expected("a green hoodie, blue jeans", "a forest", "kneeling", List.of()));

        // A change and its reversal are no edit.
        int before = editor.requests().size();
        turn("b1", "[Rin outfit add: a silver crown]");
        turn("b2", "[Rin outfit remove: the crown]");
        draw();
        assertThat(editor.requests()).hasSize(before);
        assertThat(pictureOf(rin)).isEqualTo(pictures.getFirst());

        // Undo returns to the exact picture at once, with no edit.
        go("a1");
        draw();
        String scarf = pictureOf(rin);
        go(null);
        assertThat(pictureOf(rin)).isEqualTo(made);
        expect(rin, new Expected("a green hoodie, blue jeans", "a forest", "standing", List.of()));
        go("b2");
        assertThat(pictureOf(rin)).isEqualTo(pictures.getFirst());
        go("a1");
        assertThat(pictureOf(rin)).isEqualTo(scarf);
        go("b2");

        // Swipes: each text of a turn has its own look; going back to one brings its picture.
        turn("c0", "[scene set: a tavern]");
        draw();
        String tavern = pictureOf(rin);
        swipe("c0", "c1", "[scene set: a castle]");
        draw();
        String castle = pictureOf(rin);
        swipe("c0", "c2", "[scene set: a beach] [Mia companion add: a white cat]");
        draw();
        expect(mia, new Expected("a green hoodie, blue jeans", "a beach", "kneeling", List.of("a white cat")));
        go("c0");
        assertThat(pictureOf(rin)).isEqualTo(tavern);
        expect(mia, new Expected("a green hoodie, blue jeans", "a tavern", "kneeling", List.of()));
        go("c1");
        assertThat(pictureOf(rin)).isEqualTo(castle);

        // Branches: a turn that follows an earlier one; both branches keep their looks.
        turn("d1", "[Rin outfit set: plate armor]");
        turn("d2", "[Rin pose set: drawing a sword]");
        draw();
        String knight = pictureOf(rin);
        branch("c0", "e1", "[Rin outfit set: a maid dress]");
        turn("e2", "[companion add: a robot]");
        draw();
        String maid = pictureOf(rin);
        expect(rin, new Expected("a maid dress", "a tavern", "sitting", List.of("a robot")));
        go("d2");
        assertThat(pictureOf(rin)).isEqualTo(knight);
        expect(rin, new Expected("plate armor", "a castle", "drawing a sword", List.of()));
        go("e2");
        assertThat(pictureOf(rin)).isEqualTo(maid);

        // A deleted turn in the middle takes its change away and leaves the others.
        turn("f1", "[Rin outfit add: a straw hat]");
        turn("f2", "[Rin pose set: waving]");
        turn("f3", "[Rin outfit add: a blue ribbon]");
        draw();
        delete("f1", false);
        draw();
        expect(rin, new Expected("a maid dress, a blue ribbon", "a tavern", "waving", List.of("a robot")));
        delete("f2", true);
        draw();
        expect(rin, new Expected("a maid dress", "a tavern", "sitting", List.of("a robot")));
        assertThat(pictureOf(rin)).isEqualTo(maid);

        // A burst.
        for (int i = 0; i < 20; i++) {
            turn("g" + i, "[Rin outfit add: bracelet %d]".formatted(i));
        }
        before = editor.requests().size();
        draw();
        assertThat(editor.requests().size() - before).isLessThanOrEqualTo(1);
        go("e2");

        // Refusals leave state and picture alone; the rest of the turn counts.
        JsonNode refused = turn("h1", "[Rin outfit set: nothing, completely nude] [Mia outfit add: a bow tie]");
        assertThat(refused.path("declined")).hasSize(1);
        assertThat(refused.path("declined").path(0).path("persona_id").asString())
                .isEqualTo(rin);
        draw();
        expect(rin, new Expected("a maid dress", "a tavern", "sitting", List.of("a robot")));
        assertThat(pictureOf(rin)).isEqualTo(maid);
        expect(mia, new Expected("a green hoodie, blue jeans, a bow tie", "a tavern", "kneeling", List.of("a robot")));

        // Frozen facets and explicit requests.
        ok(patch("/api/v1/personas/" + rin, "{\"frozen\": [\"outfit\"]}"));
        turn("i1", "[Rin outfit set: a swimsuit] [Rin scene set: a beach]");
        draw();
        expect(rin, new Expected("a maid dress", "a beach", "sitting", List.of("a robot")));
        ok(patch("/api/v1/personas/" + rin + "/appearance", "{\"outfit\": \"a swimsuit\"}"));
        draw();
        expect(rin, new Expected("a swimsuit", "a beach", "sitting", List.of("a robot")));
        String beach = pictureOf(rin);
        go("h1");
        assertThat(pictureOf(rin)).isEqualTo(maid);
        go("i1");
        assertThat(pictureOf(rin)).isEqualTo(beach);
        ok(patch("/api/v1/personas/" + rin, "{\"frozen\": []}"));

        // Chapters: pictures from the identity picture, taken back with their exact pictures.
        String old = pictureOf(mia);
        ok(post("/api/v1/stories/" + story + "/chapters", "{\"title\": \"The sea\"}"));
        draw();
        assertThat(persona(rin).path("edit_depth").asInt()).isLessThanOrEqualTo(1);
        turn("j1", "[scene set: a ship at sea]");
        turn("j2", "[Mia companion add: a parrot]");
        draw();
        ok(delete("/api/v1/stories/" + story + "/chapters/2"));
        draw();
        assertThat(pictureOf(rin)).isEqualTo(beach);
        assertThat(pictureOf(mia)).isEqualTo(old);
        ok(post("/api/v1/stories/" + story + "/chapters", "{\"title\": \"The sea, again\"}"));
        draw();

        // And on, with reversals all the way.
        for (int i = 0; i < 20; i++) {
            turn("k" + i, "[Rin pose set: pose number %d] [Mia scene set: room %d]".formatted(i, i % 2));
            if (i % 2 == 1) {
                draw();
            }
        }
        turn("l1", "[Rin pose set: standing]");
        turn("l2", "Good night.");
        draw();
        expect(rin, new Expected("a swimsuit", "a beach", "standing", List.of("a robot")));
        expect(mia, new Expected("a green hoodie, blue jeans, a bow tie", "room 1", "kneeling", List.of("a robot")));
        pictures.addAll(List.of(scarf, tavern, castle, knight, maid, beach, pictureOf(rin), pictureOf(mia)));
        return pictures;
    }

    private void draw() {
        schedulers.runEdits();
        assertThat(persona(rin).path("shown_appearance")).isEqualTo(persona(rin).path("appearance"));
        assertThat(persona(mia).path("shown_appearance")).isEqualTo(persona(mia).path("appearance"));
    }

    private JsonNode turn(String name, String text) {
        return note(name, say(story, text));
    }

    private JsonNode note(String name, JsonNode answer) {
        taken++;
        turns.put(name, answer.path("turn_id").asString());
        return answer;
    }

    private void swipe(String of, String name, String text) {
        note(name, ok(post(turnPath(of) + "/swipes", body(text, null))));
    }

    private void branch(String from, String name, String text) {
        note(name, ok(post("/api/v1/stories/" + story + "/turns", body(text, turns.get(from)))));
    }

    private void go(String name) {
        String id = name == null ? null : turns.get(name);
        ok(put("/api/v1/stories/" + story + "/head", id == null ? "{}" : "{\"turn_id\": \"" + id + "\"}"));
        schedulers.runEdits();
    }

    private void delete(String name, boolean following) {
        ok(delete(turnPath(name) + "?following=" + following));
    }

    private String turnPath(String name) {
        return "/api/v1/stories/" + story + "/turns/" + turns.get(name);
    }

    private record Said(String speaker, String text, String parentTurnId) {}

    private String body(String text, String parent) {
        return json.writeValueAsString(new Said("narrator", text, parent));
    }

    private void expect(String personaId, Expected expected) {
        JsonNode looks = persona(personaId).path("appearance");
        assertThat(new Expected(
                        looks.path("outfit").asString(),
                        looks.path("scene").asString(),
                        looks.path("pose").asString(),
                        looks.path("companions")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()))
                .isEqualTo(expected);
    }
}
