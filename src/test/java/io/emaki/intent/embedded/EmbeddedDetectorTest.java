package io.emaki.intent.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.intent.PersonaView;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.VisualChangeDetector;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDetectorTest {

    private static final VisualChangeDetector DETECTOR = new EmbeddedDetector();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "zh"})
    void staysAboveItsFloorOnLabelledTurns(String language) throws IOException {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        int quiet = 0;
        int falseTriggers = 0;
        int described = 0;
        List<String> mistakes = new ArrayList<>();
        for (LabelledTurn turn : LabelledTurn.all()) {
            if (!turn.lang().equals(language)) {
                continue;
            }
            Map<String, VisualChange> found = new HashMap<>();
            DETECTOR.detect(turn.turn()).changes().forEach(change -> found.put(pair(change), change));
            int before = wrong + missed;
            for (LabelledTurn.Label label : turn.expected()) {
                VisualChange change = found.remove(label.axis() + " " + label.op());
                missed += change == null ? 1 : 0;
                right += change == null ? 0 : 1;
                described += change != null && names(change, label.keywords()) ? 1 : 0;
            }
            wrong += found.size();
            quiet += turn.expected().isEmpty() ? 1 : 0;
            falseTriggers += turn.expected().isEmpty() && !found.isEmpty() ? 1 : 0;
            if (wrong + missed > before) {
                mistakes.add(turn.id());
            }
        }
        assertThat(2.0 * right / (2 * right + wrong + missed))
                .as("F1, wrong in %s", mistakes)
                .isGreaterThanOrEqualTo(0.9);
        assertThat((double) falseTriggers / quiet)
                .as("false triggers, wrong in %s", mistakes)
                .isLessThanOrEqualTo(0.07);
        assertThat((double) described / right).as("descriptions").isGreaterThanOrEqualTo(0.95);
    }

    private static String pair(VisualChange change) {
        return (change.axis() + " " + change.op()).toLowerCase(Locale.ROOT);
    }

    private static boolean names(VisualChange change, List<String> keywords) {
        String description = change.description().toLowerCase(Locale.ROOT);
        return keywords.stream().anyMatch(description::contains);
    }

    @Test
    void quotesTheTurnAsEvidence() throws IOException {
        for (LabelledTurn turn : LabelledTurn.all()) {
            assertThat(DETECTOR.detect(turn.turn()).changes())
                    .as(turn.id())
                    .allSatisfy(change -> assertThat(turn.text()).contains(change.evidence()));
        }
    }

    @Test
    void doesNotRepeatWhatIsAlreadySo() {
        TurnText turn = turn("persona", "*ties on her spotted apron and sits down by the stove*");

        assertThat(DETECTOR.detect(turn).changes()).hasSize(2);
        PersonaView after =
                new PersonaView("Mara", "wool dress, spotted apron", "kitchen", "sitting by the stove", List.of());
        assertThat(DETECTOR.detect(new TurnText("persona", turn.text(), List.of(), after))
                        .changes())
                .isEmpty();
    }

    @Test
    void tellsTheUsersClothesFromThePersonas() {
        assertThat(DETECTOR.detect(turn("user", "*I put on my straw hat*")).changes())
                .isEmpty();
        assertThat(DETECTOR.detect(turn("persona", "*I put on my straw hat*")).changes())
                .extracting(VisualChange::description)
                .containsExactly("straw hat");
        assertThat(DETECTOR.detect(turn("user", "*you put on the straw hat*")).changes())
                .extracting(VisualChange::description)
                .containsExactly("straw hat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "persona | *takes off the dress and pulls on a black suit of armour* | OUTFIT SET",
                "persona | *knees hit the floor* | POSE SET",
                "persona | *visor down, gloves locked* | OUTFIT ADD",
                "persona | *a fox curls up on my shoulder* | COMPANION ADD",
                "narrator | The lights cut out. | SCENE SET",
                "narrator | It begins, very gently, to snow. | SCENE SET",
                "narrator | The next morning: a market full of fish and shouting. | SCENE SET",
                "user | *you watch me kneel and take off my boots* | ''",
                "user | *I fasten the clasp of the cloak around your neck* | OUTFIT ADD",
                "narrator | A man in a red coat kneels by the well. | ''",
                "persona | *reaches up to take off the hat, then thinks better of it* | ''",
                "persona | I'll put the hat on after this coffee. | ''"
            })
    void readsWhatNoListNames(String speaker, String text, String changes) {
        assertThat(DETECTOR.detect(turn(speaker, text)).changes())
                .extracting(change -> change.axis() + " " + change.op())
                .isEqualTo(changes.isEmpty() ? List.of() : List.of(changes));
    }

    @Test
    void wordsPosesSoThatTheyCanFollowAVerb() {
        assertThat(DETECTOR.detect(turn("persona", "*sits down by the fire*")).changes())
                .extracting(VisualChange::description)
                .containsExactly("sitting by the fire");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "***",
                "\"",
                "（",
                "【",
                "((",
                "[",
                "\uD83E\uDEE0",
                "\uD83E",
                "a\u0000b",
                "İstanbul'da *İ oturur*"
            })
    void takesAnyText(String text) {
        for (String speaker : List.of("user", "persona", "narrator")) {
            assertThat(DETECTOR.detect(turn(speaker, text)).changes()).isEmpty();
        }
    }

    @ParameterizedTest
    @Timeout(value = 20)
    @ValueSource(strings = {"she puts on the hat and ", "*((", "帽子をかぶって、", "她戴上帽子，", "a ", "我"})
    void readsTheLongestTurnInBoundedTime(String piece) {
        String text = piece.repeat(20_000 / piece.length());
        long start = System.nanoTime();

        assertThat(DETECTOR.detect(turn("narrator", text)).detector()).isEqualTo("embedded");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static TurnText turn(String speaker, String text) {
        return new TurnText(
                speaker, text, List.of(), new PersonaView("Mara", "wool dress", "kitchen", "standing", List.of()));
    }
}
