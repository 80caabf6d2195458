package io.emaki.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldTextTest {

    private static final int COUNT = 1500;

    @ParameterizedTest
    @EnumSource
    void aCompleteCaptionNamesAllThatIsDrawn(Language language) {
        for (int i = 0; i < COUNT; i++) {
            Reading shown = WorldRendererTest.reading(8, i);
            String text = WorldText.caption(shown.identity(), shown.state(), language, i, true);

            for (Words words : words(shown)) {
                assertThat(names(text, words, language))
                        .as("%s for %s", text, words)
                        .isTrue();
            }
            assertSpelledOut(text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWholeWordingNamesTheWholeState(Language language) {
        for (int i = 0; i < COUNT; i++) {
            Reading shown = WorldRendererTest.reading(9, i);
            String text = WorldText.whole(shown.identity(), shown.state(), language, i);

            for (Words words : words(shown).subList(4, words(shown).size())) {
                assertThat(names(text, words, language))
                        .as("%s for %s", text, words)
                        .isTrue();
            }
            assertSpelledOut(text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInstructionNamesEachNewValue(Language language) {
        WorldDataset dataset = WorldDataset.training(12);
        for (int i = 0; i < COUNT; i++) {
            WorldSample sample = dataset.edit(i, language);
            Set<Axis> changed = sample.changed();
            assertSpelledOut(sample.text());
            for (Axis axis : changed) {
                boolean leaves = axis == Axis.COMPANION && sample.target().companion() == Companion.NONE;
                // "Make it night" and "赤に" use nouns of their own.
                boolean ownNoun = language != Language.CHINESE
                        && changed.size() == 1
                        && (axis == Axis.TIME || axis == Axis.COLOUR);
                boolean bareColour = axis == Axis.COLOUR && !changed.contains(Axis.OUTFIT)
                        || axis == Axis.TIME && !changed.contains(Axis.SCENE);
                if (!leaves && !ownNoun && !bareColour) {
                    assertThat(names(sample.text(), wordsOf(axis, sample.target()), language))
                            .as("%s in '%s'", axis, sample.text())
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordingVaries(Language language) {
        Reading shown = WorldRendererTest.reading(1, 1);
        State other = shown.state().with(Pose.KNEELING).with(Outfit.HOODIE);
        Set<String> instructions = LongStream.range(0, 300)
                .mapToObj(seed -> WorldText.instruction(
                        shown.state().with(Pose.SITTING).with(Outfit.ROBE), other, language, seed))
                .collect(Collectors.toSet());

        assertThat(instructions).hasSizeGreaterThan(100);
    }

    @Test
    void thereIsNothingToInstructBetweenEqualStates() {
        State state = WorldRendererTest.reading(1, 1).state();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorldText.instruction(state, state, Language.ENGLISH, 0))
                .withMessageStartingWith("to:");
    }

    private static void assertSpelledOut(String text) {
        assertThat(text)
                .doesNotContain("{", "}", "~", "@", ";", "  ", " ,", "a a ", "null")
                .isEqualTo(text.strip());
    }

    private static List<Words> words(Reading shown) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                shown.identity().hairColour().words(),
                                shown.identity().eyes().words(),
                                shown.identity().skin().words(),
                                shown.identity().accessory() == Accessory.NONE
                                        ? shown.identity().skin().words()
                                        : shown.identity().accessory().words()),
                        java.util.Arrays.stream(Axis.values())
                                .filter(axis ->
                                        axis != Axis.COMPANION || shown.state().companion() != Companion.NONE)
                                .map(axis -> wordsOf(axis, shown.state())))
                .toList();
    }

    private static Words wordsOf(Axis axis, State state) {
        return switch (axis) {
            case OUTFIT -> state.outfit().words();
            case COLOUR -> state.colour().words();
            case SCENE -> state.scene().words();
            case TIME -> state.time().words();
            case POSE -> state.pose().words();
            case COMPANION -> state.companion().words();
        };
    }

    /** Whether the text holds one of the phrases, whatever stands in for their places. */
    private static boolean names(String text, Words words, Language language) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.in(language).stream()
                .flatMap(phrase -> java.util.Arrays.stream(phrase.split(";")))
                .map(phrase -> phrase.substring(phrase.indexOf('@') + 1)
                        .replace("~ ", "")
                        .replace("{c} ", ""))
                .anyMatch(phrase -> java.util.regex.Pattern.compile(java.util.Arrays.stream(
                                        phrase.toLowerCase(Locale.ROOT).split("\\{p\\}"))
                                .map(java.util.regex.Pattern::quote)
                                .collect(Collectors.joining(".{2,14}")))
                        .matcher(lower)
                        .find());
    }
}
