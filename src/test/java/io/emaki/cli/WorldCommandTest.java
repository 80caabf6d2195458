package io.emaki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.EmakiApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorldCommandTest {

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void writesATrainingFolder() throws IOException {
        Path out = folder.resolve("set");

        assertThat(run("world", "render", "--seed", "3", "--count", "12", "--out", out.toString(), "--size", "64"))
                .isZero();

        List<String> lines = Files.readAllLines(out.resolve("metadata.jsonl"));
        assertThat(lines).hasSize(12).anyMatch(line -> line.contains("\"reference\""));
        for (String line : lines) {
            JsonNode node = JsonMapper.shared().readTree(line);
            assertThat(node.get("text").asString()).isNotBlank();
            assertThat(ImageIO.read(out.resolve(node.get("file_name").asString())
                                    .toFile())
                            .getWidth())
                    .isEqualTo(64);
            if (node.has("reference")) {
                assertThat(out.resolve(node.get("reference").asString())).isRegularFile();
            }
        }
        assertThat(folder).isDirectoryContaining(path -> path.equals(out));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(out);
        }
    }

    @Test
    void captionsComeWithoutReferences() throws IOException {
        Path out = folder.resolve("style");

        assertThat(run(
                        "world",
                        "render",
                        "--count",
                        "4",
                        "--out",
                        out.toString(),
                        "--kind",
                        "captions",
                        "--style",
                        "ink"))
                .isZero();

        assertThat(Files.readString(out.resolve("metadata.jsonl"))).doesNotContain("reference");
    }

    @Test
    void writesASheet() throws IOException {
        Path out = folder.resolve("sheet.png");

        assertThat(run("world", "sheet", "--out", out.toString(), "--columns", "3", "--rows", "2", "--size", "40"))
                .isZero();

        assertThat(ImageIO.read(out.toFile())).matches(p -> p.getWidth() == 120 && p.getHeight() == 80);
    }

    @Test
    void keepsAFolderThatHoldsSomething() throws IOException {
        Files.writeString(folder.resolve("kept"), "kept");

        assertThat(run("world", "render", "--count", "1", "--out", folder.toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains("--out").contains("not an empty folder");
        assertThat(folder.resolve("kept")).hasContent("kept");
    }

    @ParameterizedTest
    @CsvSource({
        "--count 0 --out x, --count",
        "--count 1 --out x --size 8, --size",
        "--count 1 --out x --style oil, --style"
    })
    void namesTheWrongOption(String options, String named) {
        assertThat(run(("world render " + options).split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(named);
    }

    private int run(String... arguments) {
        CommandLine commandLine = EmakiCommand.commandLine(EmakiApplication.class);
        commandLine.setOut(new PrintWriter(new StringWriter()));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }
}
