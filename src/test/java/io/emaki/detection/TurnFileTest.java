package io.emaki.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnFileTest {

    private static final String GOOD = """
            {"id":"1","lang":"en","persona":{"name":"Mara","outfit":"coat","companions":["dog"]},"history":["user: hi"],\
            "speaker":"user","text":"*you sit*","expected":[{"axis":"pose","op":"set","keywords":["sit"]}],"tags":["x"],"split":"dev"}""";

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("turns.jsonl"), content);
    }

    @Test
    void readsEveryLine() throws IOException {
        Path file = file("\uFEFF" + GOOD + "\n\n" + GOOD.replace("\"1\"", "\"2\"") + "\r\n");

        assertThat(TurnFile.readAll(file, true)).extracting(TurnLine::id).containsExactly("1", "2");
        TurnLine first = TurnFile.readAll(file, true).getFirst();
        assertThat(first.turn().persona().companions()).containsExactly("dog");
        assertThat(first.turn().persona().scene()).isEmpty();
        assertThat(first.expected()).singleElement().satisfies(label -> {
            assertThat(label.axis()).isEqualTo(Axis.POSE);
            assertThat(label.op()).isEqualTo(Op.SET);
        });
        assertThat(first.split()).isEqualTo("dev");
    }

    @Test
    void labelsMayBeMissingWhereNobodyNeedsThem() throws IOException {
        Path file = file("{\"id\":\"1\",\"persona\":{\"name\":\"M\"},\"speaker\":\"user\",\"text\":\"hi\"}");

        assertThat(TurnFile.readAll(file, false))
                .singleElement()
                .satisfies(line -> assertThat(line.expected()).isNull());
        assertThatThrownBy(() -> TurnFile.readAll(file, true)).hasMessageContaining("line 1: expected: must be a list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"1\" | \"id\":\"\" | id: must not be empty",
                "\"id\":\"1\", | `` | id: is missing",
                "\"id\":\"1\" | \"id\":7 | id: must be a string",
                "\"id\":\"1\" | \"id\":\"1\",\"id\":\"2\" | is no JSON",
                "\"user\",\"text\" | \"gm\",\"text\" | speaker: must be user, persona or narrator, not gm",
                "\"text\":\"*you sit*\" | \"text\":null | text",
                "\"name\":\"Mara\" | \"name\":\" \" | persona.name: must not be empty",
                "[\"dog\"] | [\"dog\",3] | persona.companions[1]: must be a string",
                "[\"dog\"] | \"dog\" | persona.companions: must be a list",
                "\"axis\":\"pose\" | \"axis\":\"hat\" | expected[0].axis: must be outfit, scene, pose, companion, not hat",
                "\"op\":\"set\" | \"op\":\"add\" | expected[0].op: pose has no add",
                "\"split\":\"dev\"} | \"split\":\"dev\" | is no JSON",
                "\"split\":\"dev\"} | \"split\":\"dev\"} {} | is no JSON",
            })
    void namesTheLineAndTheField(String good, String bad, String problem) throws IOException {
        Path file = file(GOOD + "\n" + GOOD.replace(good, bad) + "\n");

        assertThatThrownBy(() -> TurnFile.readAll(file, true))
                .isInstanceOf(TurnFileException.class)
                .hasMessageContaining("turns.jsonl, line 2: ")
                .hasMessageContaining(problem);
    }

    @Test
    void refusesWhatIsNotUtf8AndWhatIsNotThere() throws IOException {
        Path file = Files.write(folder.resolve("latin.jsonl"), "{\"id\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> TurnFile.readAll(file, false)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> TurnFile.open(folder.resolve("none"), false)).hasMessageContaining("no such file");
    }
}
