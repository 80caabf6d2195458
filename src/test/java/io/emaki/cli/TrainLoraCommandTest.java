package io.emaki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.EmakiApplication;
import io.emaki.hidream.TinyCheckpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Adapters trained from rendered pictures on a model of toy size, by the command. */
class TrainLoraCommandTest {

    @TempDir
    private static Path shared;

    private static Path model;
    private static Path data;

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() {
        model = TinyCheckpoint.writeTo(shared.resolve("model"), 3);
        data = shared.resolve("data");
        CommandLine world = EmakiCommand.commandLine(EmakiApplication.class);
        world.setOut(new PrintWriter(new StringWriter()));
        String render = "world render --seed 1 --count 5 --size 64 --kind captions --style ink --out " + data;
        assertThat(world.execute(render.split(" "))).isZero();
    }

    @Test
    void leavesAdapterMetricsPlotAndSamples() throws IOException {
        Path out = folder.resolve("adapter");

        assertThat(train(out, "--steps 4 --rank 2 --alpha 3 --save-every 2 --sample-every 2"))
                .as(err.toString())
                .isZero();

        assertThat(out.resolve("adapter_model.safetensors")).isRegularFile();
        assertThat(out.resolve("adapter_config.json"))
                .content()
                .contains("\"lora_alpha\" : 3")
                .contains("\"r\" : 2");
        assertThat(losses(out)).hasSize(4);
        assertThat(probes(out)).extracting(line -> line.split(",")[0]).containsExactly("0", "2", "4");
        assertThat(ImageIO.read(out.resolve("loss.png").toFile()).getWidth()).isGreaterThan(500);
        for (String sample : List.of("step-000002.png", "step-000004.png")) {
            assertThat(ImageIO.read(out.resolve("samples").resolve(sample).toFile())
                            .getWidth())
                    .isEqualTo(128);
        }
        assertThat(err.toString())
                .contains("training on 5 pairs")
                .contains("loss ")
                .contains("s left");
    }

    @Test
    void resumesToTheSameLosses() throws IOException {
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        assertThat(train(whole, "--steps 5 --rank 2 --sample-every 0")).isZero();
        assertThat(train(parts, "--steps 3 --rank 2 --sample-every 0")).isZero();

        assertThat(train(parts, "--steps 5 --rank 2 --sample-every 0 --resume"))
                .as(err.toString())
                .isZero();

        assertThat(losses(parts))
                .usingComparatorForType(TrainLoraCommandTest::close, Double.class)
                .containsExactlyElementsOf(losses(whole));
    }

    private static int close(double a, double b) {
        return Math.abs(a - b) < 1e-5 ? 0 : Double.compare(a, b);
    }

    /** In a process of its own, since the signal ends it. */
    @Test
    void aSignalSavesWhatIsNeededToGoOn() throws Exception {
        Path out = folder.resolve("adapter");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "io.emaki.Emaki"));
        command.addAll(List.of(arguments(out, "--steps 1000 --rank 2 --sample-every 0")));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader lines = process.errorReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(line);
                if (line.contains("100/1000")) {
                    // The handle, because the process object would close the stream that is being read.
                    process.toHandle().destroy();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as(String.join("\n", told)).isNotZero();
        assertThat(told).last().asString().contains("saved " + out).contains("--resume goes on");
        int done = losses(out).size();
        assertThat(done).isBetween(100, 999);

        assertThat(train(out, "--rank 2 --sample-every 0 --resume --steps " + (done + 2)))
                .as(err.toString())
                .isZero();

        assertThat(losses(out)).hasSize(done + 2);
    }

    @Test
    void doesNotTrainOverAnotherAdapter() throws IOException {
        Path out = Files.createDirectory(folder.resolve("adapter"));
        Files.writeString(out.resolve("adapter_model.safetensors"), "kept");

        refused("--resume goes on", out, "--steps 1");

        assertThat(out.resolve("adapter_model.safetensors")).hasContent("kept");
        refused("adapter_model.safetensors", folder.resolve("style.safetensors"), "--steps 1");
    }

    @ParameterizedTest
    @CsvSource({
        "--rank 0, --rank",
        "--alpha -1, --alpha",
        "--steps 0, --steps",
        "--batch 0, --batch",
        "--accumulate 0, --accumulate",
        "--lr 2, --lr",
        "--dropout 1, --dropout",
        "--device gpu, --device",
        "--save-every 0, --save-every",
        "--data absent, --data",
        "--model absent, absent",
        "--resume, --resume"
    })
    void namesTheWrongOption(String options, String named) {
        refused(named, folder.resolve("adapter"), options);
        assertThat(folder.resolve("adapter")).doesNotExist();
    }

    private void refused(String named, Path out, String options) {
        err.getBuffer().setLength(0);
        assertThat(train(out, options)).as(err.toString()).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(named);
    }

    private static List<Double> losses(Path out) throws IOException {
        return Files.readAllLines(out.resolve("metrics.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .filter(loss -> !loss.isEmpty())
                .map(Double::valueOf)
                .toList();
    }

    private static List<String> probes(Path out) throws IOException {
        return Files.readAllLines(out.resolve("metrics.csv")).stream()
                .skip(1)
                .filter(line -> line.split(",", -1)[1].isEmpty())
                .toList();
    }

    private int train(Path out, String options) {
        CommandLine commandLine = EmakiCommand.commandLine(EmakiApplication.class);
        commandLine.setOut(new PrintWriter(new StringWriter()));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments(out, options));
    }

    private static String[] arguments(Path out, String options) {
        List<String> arguments = new ArrayList<>(List.of("train", "lora", "--out", out.toString()));
        if (!options.contains("--model")) {
            arguments.addAll(List.of("--model", model.toString()));
        }
        if (!options.contains("--data")) {
            arguments.addAll(List.of("--data", data.toString()));
        }
        arguments.addAll(List.of(options.split(" ")));
        return arguments.toArray(String[]::new);
    }
}
