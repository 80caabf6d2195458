package io.emaki.hidream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders with parts missing, and headers whose length lies. */
class CheckpointFolderTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String name : new String[] {"config.json", "tokenizer.json", "model.safetensors"}) {
            Files.copy(Golden.folder().resolve(name), folder.resolve(name));
        }
    }

    private void assertFails(String... parts) {
        assertThatThrownBy(() -> HiDreamEngine.open(folder, null, Precision.FLOAT32))
                .isInstanceOf(CheckpointException.class)
                .satisfies(e -> org.assertj.core.api.Assertions.assertThat(e.getMessage())
                        .contains(parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "tokenizer.json"})
    void namesTheMissingFile(String name) throws IOException {
        Files.delete(folder.resolve(name));

        assertFails(folder.resolve(name).toString(), "not found");
    }

    @Test
    void namesTheFolderWithoutWeightsAndTheAbsentOne() throws IOException {
        Files.delete(folder.resolve("model.safetensors"));
        assertFails(folder.toString(), "no .safetensors file");

        Path absent = folder.resolve("absent");
        assertThatThrownBy(() -> HiDreamEngine.open(absent, null, Precision.FLOAT32))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(absent.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"added_tokens\":[]}", "\"text\""})
    void namesTheTokenizerThatIsNone(String content) throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), content);

        assertFails(folder.resolve("tokenizer.json").toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100_000_001L, 4_000_000_000L, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void refusesAHeaderLengthThatCannotBe(long length) throws IOException {
        Path file = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
        Files.write(file, bytes);

        assertFails(file.toString(), "header claims " + length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|index",
                "{}|weight_map",
                "{\"weight_map\":{}}|weight_map",
                "{\"weight_map\":{\"a\":\"../model.safetensors\"}}|outside its folder",
                "{\"weight_map\":{\"a\":7}}|7",
                "{\"weight_map\":{\"a\":\"model-00002.safetensors\"}}|model-00002.safetensors"
            })
    void refusesAnIndexThatLies(String content, String part) throws IOException {
        Files.writeString(folder.resolve("model.safetensors.index.json"), content);

        assertFails(part);
    }
}
