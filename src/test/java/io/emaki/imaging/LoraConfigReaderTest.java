package io.emaki.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoraConfigReaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheStacksThatComeWithTheProgram() {
        List<LoraStackDefinition> stacks = LoraConfigReader.read(Path.of("lora-configs"));

        assertThat(stacks)
                .extracting(LoraStackDefinition::name)
                .contains("c0-base", "c1-aesthetic", "c2-taste", "c3-aesthetic-taste", "c4-aesthetic-detail");
        assertThat(stacks).allSatisfy(stack -> assertThat(stack.rating()).isEqualTo(Rating.SFW));
        assertThat(stacks)
                .filteredOn(stack -> stack.name().equals("c3-aesthetic-taste"))
                .singleElement()
                .extracting(LoraStackDefinition::adapters)
                .isEqualTo(List.of(
                        new LoraStackDefinition.Adapter("film", 0.6, Rating.SFW),
                        new LoraStackDefinition.Adapter("pastel", 0.6, Rating.SFW)));
    }

    @Test
    void theAdaptersOfThoseStacksComeWithTheModel() {
        LoraCatalog catalog =
                new LoraCatalog(LoraConfigReader.read(Path.of("lora-configs")), Path.of("models/avatar-mini/loras"));

        assertThat(catalog.stacks())
                .hasSizeGreaterThan(1)
                .allSatisfy(stack -> assertThat(stack.adapters())
                        .allSatisfy(adapter -> assertThat(Path.of("models/avatar-mini/loras", adapter.file()))
                                .isDirectoryContaining("glob:**adapter_model.safetensors")));
    }

    @Test
    void oneMatureAdapterMakesTheStackMature() throws IOException {
        write("{name: s, title: T, description: D, adapters: [{file: a, weight: 1, rating: sfw},"
                + " {file: b, weight: 0.5, rating: mature}]}");

        assertThat(LoraConfigReader.read(folder).getFirst().rating()).isEqualTo(Rating.MATURE);
    }

    @Test
    void noFolderMeansNoStacksButTheBaseModel() {
        LoraCatalog catalog = new LoraCatalog(LoraConfigReader.read(folder.resolve("none")), folder);

        assertThat(catalog.stacks()).extracting(LoraStackDefinition::name).containsExactly("c0-base");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "name: [ | is not valid YAML",
                "- a | the file: must have the fields",
                "{title: T} | name: must be a text",
                "{name: other, title: T, description: D, adapters: []} | name: must be 's'",
                "{name: s, title: T, description: D} | adapters: must be a list",
                "{name: s, title: T, description: D, adapters: [], wieght: 1} | does not know 'wieght'",
                "{name: s, title: T, description: D, adapters: [{file: a, weight: x, rating: sfw}]} | adapters[0].weight: must be a number",
                "{name: s, title: T, description: D, adapters: [{file: a, weight: 11, rating: sfw}]} | adapters[0].weight: must be a number from -10 to 10",
                "{name: s, title: T, description: D, adapters: [{file: a, weight: .nan, rating: sfw}]} | is not valid YAML",
                "{name: s, title: T, description: D, adapters: [{file: a, weight: 1, rating: g}]} | adapters[0].rating: must be sfw or mature",
                "{name: s, title: T, description: D, adapters: [{file: ../a, weight: 1, rating: sfw}]} | adapters[0].file: must lie in",
                "{name: s, title: T, description: D, adapters: [{file: /a, weight: 1, rating: sfw}]} | adapters[0].file: must lie in",
                "{name: s, title: '  ', description: D, adapters: []} | title: must be a text",
            })
    void aMistakeNamesTheFileAndTheField(String yaml, String expected) throws IOException {
        write(yaml);

        assertThatThrownBy(() -> LoraConfigReader.read(folder))
                .isInstanceOf(LoraConfigException.class)
                .hasMessageContaining("s.yaml")
                .hasMessageContaining(expected);
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("s.yaml"), yaml);
    }
}
