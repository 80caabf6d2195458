package io.emaki.illustration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.persona.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionWriterTest {

    private static final String KEEP = " Keep everything else the same.";

    private final InstructionWriter writer = new InstructionWriter(settings(Path.of("prompts")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a shirt         | a shirt, a cape, boots | Add a cape and boots to the outfit.
            a shirt, a cape | a shirt                | Remove a cape from the outfit, which is now a shirt.
            a shirt         | plate armor            | Change the outfit to plate armor.
            a shirt, a cape | a shirt, a coat        | Change the outfit to a shirt and a coat.
            a shirt         | ''                     | Change the outfit to plain simple everyday clothes.
            ''              | a shirt, a cape        | Change the outfit to a shirt and a cape.
            """)
    void putsAnOutfitIntoWords(String shown, String wanted, String sentence) {
        assertThat(writer.edit(
                        Appearance.of(shown, "a forest", "standing", List.of()),
                        Appearance.of(wanted, "a forest", "standing", List.of())))
                .isEqualTo(sentence + KEEP);
    }

    @Test
    void namesEverythingThatDiffersAndNothingElse() {
        Appearance shown = Appearance.of("a shirt", "a forest", "standing", List.of("a wolf"));
        Appearance wanted = Appearance.of("a shirt", "a tavern", "sitting", List.of("a grey cat", "an owl"));

        assertThat(writer.edit(shown, wanted))
                .isEqualTo("Change the scene to a tavern. Change the pose to sitting. Remove a wolf from the picture."
                        + " Add a grey cat and an owl next to the person." + KEEP);
    }

    @Test
    void wordsOfTheStoryAreNotTakenForPlaceholders() {
        Appearance shown = Appearance.of("a shirt", "", "", List.of());
        Appearance wanted = Appearance.of("a shirt, a {outfit} badge", "", "", List.of());

        assertThat(writer.edit(shown, wanted)).isEqualTo("Add a {outfit} badge to the outfit." + KEEP);
    }

    @Test
    void saysWhichFileIsMissing(@TempDir Path empty) {
        assertThatThrownBy(() -> new InstructionWriter(settings(empty)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(empty.resolve("instructions.yaml").toString())
                .hasMessageContaining("emaki.prompts-dir");
    }

    @Test
    void saysWhichSentenceIsMissing(@TempDir Path folder) throws IOException {
        String templates = Files.readString(Path.of("prompts/instructions.yaml"));
        Files.writeString(folder.resolve("instructions.yaml"), templates.replaceFirst("    scene: .*", ""));

        assertThatThrownBy(() -> new InstructionWriter(settings(folder)))
                .hasMessageContaining("are not usable")
                .hasMessageContaining("scene");
    }

    private static IllustrationSettings settings(Path prompts) {
        return new IllustrationSettings(
                prompts.toString(),
                new IllustrationSettings.Edits(
                        1, List.of(), Duration.ZERO, Duration.ofMinutes(15), Duration.ofMinutes(10), 3, 1, 0, 0));
    }
}
