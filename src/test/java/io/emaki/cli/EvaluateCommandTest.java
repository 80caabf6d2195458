package io.emaki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.EmakiApplication;
import io.emaki.hidream.RandomAdapter;
import io.emaki.hidream.TinyCheckpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command with the real engine, on random weights. */
class EvaluateCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void writesFiguresAndSheet() throws IOException {
        Path model = TinyCheckpoint.writeTo(folder.resolve("model"), 3);
        Path json = folder.resolve("figures.json");
        Path sheet = folder.resolve("sheet.png");

        int status = run("--model %s --seed 4 --edits 2 --t2i 1 --steps 2 --language mix --json %s --sheet %s"
                .formatted(model, json, sheet));

        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("2 edits, 1 captions, 1 chains")
                .contains("verdict")
                .contains("went wrong");
        assertThat(err.toString()).contains("6/6").contains("s a picture");
        JsonNode figures = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(figures.propertyNames())
                .containsExactly("instruction", "identity", "unchanged", "t2i", "chain3", "secondsPerEdit", "samples");
        assertThat(figures.path("instruction").propertyNames())
                .containsExactly("outfit", "colour", "scene", "time", "pose", "companion");
        assertThat(figures.path("chain3").path("identity").propertyNames())
                .containsExactly("skin", "hairColour", "hairStyle", "eyes", "accessory");
        assertThat(figures.path("samples").asInt()).isEqualTo(4);
        assertThat(figures.path("secondsPerEdit").asDouble()).isPositive();
        assertThat(figures.path("t2i").path("skin").isNumber()).isTrue();
        assertThat(ImageIO.read(sheet.toFile())).isNotNull();
    }

    @Test
    void comparesAnAdapterCalledByItsNameWithTheBase() throws IOException {
        Path model = TinyCheckpoint.writeTo(folder.resolve("model"), 3);
        RandomAdapter.writeTo(model.resolve("loras").resolve("ink"), model, null, 2, 5);
        Path json = folder.resolve("figures.json");

        int status = run("--model %s --edits 1 --t2i 0 --chains 0 --steps 2 --lora ink=0.5 --style ink --json %s"
                .formatted(model, json));

        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString()).contains("adapted").contains("in the style");
        JsonNode figures = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(figures.path("base").path("samples").asInt()).isEqualTo(1);
        assertThat(figures.path("style").path("lora").isNumber()).isTrue();
        assertThat(figures.path("chain3").path("unchanged").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--edits -1 | --edits: must be at least 0, not -1",
                "--threads 0 | --threads: must be at least 1",
                "--language fr | --language: must be en, ja, zh or mix",
                "--style ink | --style: needs adapters",
                "--lora a --style oil | --style: must be plain, ink, golden-hour, neon, pastel or film",
                "--stack nosuch | --stack: there is no stack 'nosuch'",
                "--stack c1-aesthetic --lora a | --stack: cannot be combined with --lora",
                "--sheet picture.jpg | --sheet: picture.jpg must end in .png",
                "--json nowhere/figures.json | --json: there is no folder",
                "--model nowhere | nowhere",
            })
    void wrongInputEndsBeforeTheWork(String options, String named) {
        assertThat(run(options)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(named);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String arguments) {
        CommandLine commandLine = EmakiCommand.commandLine(EmakiApplication.class);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(("evaluate world " + arguments).split(" "));
    }
}
