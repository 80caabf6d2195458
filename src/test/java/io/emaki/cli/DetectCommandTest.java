package io.emaki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.EmakiApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DetectCommandTest {

    private static final String TURN = """
            {"id":"%s","lang":"en","persona":{"name":"Mara","outfit":"wool dress","scene":"kitchen","pose":"standing","companions":[]},\
            "history":[],"speaker":"persona","text":"%s","expected":[%s],"split":"%s"}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path turns() throws IOException {
        return Files.writeString(
                folder.resolve("turns.jsonl"),
                TURN.formatted(
                                "hat",
                                "*puts on her straw hat*",
                                "{\"axis\":\"outfit\",\"op\":\"add\",\"keywords\":[\"hat\"]}",
                                "dev")
                        + TURN.formatted("talk", "How are you?", "", "test"));
    }

    @Test
    void writesALineForEachTurnInOrder() throws IOException {
        Path found = folder.resolve("changes.jsonl");

        int status = run("detect", "--in", turns().toString(), "--out", found.toString());

        assertThat(status).as(err.toString()).isZero();
        List<JsonNode> lines = Files.readAllLines(found).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(lines).extracting(line -> line.path("id").asString()).containsExactly("hat", "talk");
        assertThat(lines.getFirst().propertyNames()).containsExactly("id", "detector", "changes");
        assertThat(lines.getFirst().path("detector").asString()).isEqualTo("embedded");
        JsonNode change = lines.getFirst().path("changes").path(0);
        assertThat(change.propertyNames()).containsExactly("axis", "op", "description", "evidence", "confidence");
        assertThat(change.path("axis").asString()).isEqualTo("outfit");
        assertThat(change.path("op").asString()).isEqualTo("add");
        assertThat(change.path("description").asString()).contains("hat");
        assertThat(lines.get(1).path("changes").isEmpty()).isTrue();
        assertThat(out.toString()).contains("2 turns, 1 changes");
    }

    @Test
    void aBadLineLeavesWhatWasThere() throws IOException {
        Path turns = turns();
        Files.writeString(turns, Files.readString(turns) + "{\"id\":\"x\"}\n");
        Path found = Files.writeString(folder.resolve("changes.jsonl"), "before");

        int status = run("detect", "--in", turns.toString(), "--out", found.toString());

        assertThat(status).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--in: ", "line 3: speaker: is missing");
        assertThat(found).hasContent("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void theLanguageModelNeedsAnAddress() throws IOException {
        int status = run(
                "detect",
                "--detector",
                "llm",
                "--in",
                turns().toString(),
                "--out",
                folder.resolve("x").toString());

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("EMAKI_LLM_BASE_URL");
    }

    @Test
    void evaluatesOneSplit() throws IOException {
        Path json = folder.resolve("figures.json");

        int status = run(
                "evaluate",
                "detector",
                "--in",
                turns().toString(),
                turns().toString(),
                "--split",
                "dev",
                "--json",
                json.toString());

        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString()).contains("2 turns, 0 of them change nothing", "100.0%", "Start-up");
        JsonNode figures = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(figures.path("overall").path("f1").asDouble()).isEqualTo(1);
        assertThat(figures.path("gate").path("en").path("recall").asDouble()).isEqualTo(1);
    }

    @Test
    void namesTheSplitThatNoTurnHas() throws IOException {
        assertThat(run("evaluate", "detector", "--in", turns().toString(), "--split", "train"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--split: no turn has \"split\": \"train\"");
        assertThat(run("evaluate", "detector", "--in", "nowhere.jsonl")).isEqualTo(2);
        assertThat(err.toString()).contains("--in: nowhere.jsonl: there is no such file");
    }

    private int run(String... arguments) {
        CommandLine commandLine = EmakiCommand.commandLine(EmakiApplication.class);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }
}
