package io.emaki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.EmakiApplication;
import io.emaki.hidream.TinyCheckpoint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void measuresEveryVariantAndHoldsNothingBack() {
        Path model = TinyCheckpoint.writeTo(folder, 3);

        int status = run(("bench engine --size 64 --steps 3 --rounds 1 --edits 10 --json --model " + model).split(" "));

        assertThat(status).as(err.toString()).isZero();
        JsonNode figures = JsonMapper.shared().readTree(out.toString());
        assertThat(figures.path("speeds").findValuesAsString("variant"))
                .containsExactly("float32", "float32, no prefix cache", "float32, LoRA rank 32", "bfloat16", "float8");
        for (JsonNode speed : figures.path("speeds")) {
            assertThat(speed.path("seconds_per_step").asDouble()).isPositive();
            assertThat(speed.path("seconds_per_edit").asDouble())
                    .isGreaterThan(speed.path("seconds_per_step").asDouble());
        }
        List<JsonNode> memory = figures.path("memory").valueStream().toList();
        assertThat(memory.getLast().path("edits").asInt()).isEqualTo(10);
        assertThat(memory.getLast().path("live_values").asLong())
                .isEqualTo(memory.getFirst().path("live_values").asLong());
    }

    @Test
    void theTableNamesUnits() {
        Path model = TinyCheckpoint.writeTo(folder, 3);

        assertThat(run(("bench engine --size 64 --steps 2 --rounds 1 --edits 0 --model " + model).split(" ")))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("ms/step").contains("s/edit").contains("bfloat16");
    }

    @ParameterizedTest
    @CsvSource({
        "bench engine --rounds 0, --rounds must be at least 1",
        "bench engine --steps 1, --steps must be at least 2",
        "bench engine --edits -1, --edits must be at least 0",
        "bench engine --size 100, --size must be a multiple of 32",
        "bench engine --model nowhere, nowhere",
        "bench, Missing command"
    })
    void wrongInputEndsWithStatusTwoAndOneLine(String arguments, String named) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(named);
    }

    private int run(String... arguments) {
        CommandLine commandLine = EmakiCommand.commandLine(EmakiApplication.class);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }
}
