package io.emaki.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisualChangeTest {

    @ParameterizedTest
    @CsvSource({
        "OUTFIT,SET",
        "OUTFIT,ADD",
        "OUTFIT,REMOVE",
        "SCENE,SET",
        "POSE,SET",
        "COMPANION,ADD",
        "COMPANION,REMOVE"
    })
    void takesEveryLegalPair(Axis axis, Op op) {
        assertThat(new VisualChange(axis, op, "red hat", "a red hat", 1).op()).isEqualTo(op);
    }

    @ParameterizedTest
    @CsvSource({"SCENE,ADD", "SCENE,REMOVE", "POSE,ADD", "POSE,REMOVE", "COMPANION,SET"})
    void refusesEveryOtherPair(Axis axis, Op op) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VisualChange(axis, op, "red hat", "a red hat", 1))
                .withMessageContaining("op")
                .withMessageContaining(axis.name());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesConfidenceOutOfRange(double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VisualChange(Axis.POSE, Op.SET, "sitting", "sits", confidence))
                .withMessageContaining("confidence");
    }

    @Test
    void refusesTextsThatAreEmptyOrTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VisualChange(Axis.POSE, Op.SET, " ", "sits", 1))
                .withMessageContaining("description");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VisualChange(
                        Axis.POSE, Op.SET, "x".repeat(VisualChange.LONGEST_DESCRIPTION + 1), "sits", 1))
                .withMessageContaining("description");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VisualChange(Axis.POSE, Op.SET, "sitting", "", 1))
                .withMessageContaining("evidence");
    }

    @Test
    void knowsThreeSpeakers() {
        PersonaView nobody = new PersonaView("Mara", "", "", "", List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TurnText("system", "hello", List.of(), nobody))
                .withMessageContaining("speaker");
    }

    @Test
    void keepsItsOwnCopyOfLists() {
        List<String> companions = new ArrayList<>(List.of("a cat"));
        PersonaView persona = new PersonaView("Mara", "", "", "", companions);

        companions.clear();

        assertThat(persona.companions()).containsExactly("a cat");
    }
}
