package io.emaki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.EmakiApplication;
import io.emaki.hidream.Golden;
import io.emaki.media.AiMark;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on the golden model, through its own arguments. */
class GenerateCommandTest {

    private static final Path MODEL = Golden.folder();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path picture;

    @BeforeEach
    void namePicture() {
        picture = folder.resolve("picture.png");
    }

    @Test
    void writesTheOfficialPictureOfAnEditWithTwoAdapters() throws Exception {
        int status = generate(
                "--prompt",
                "Place her in a snowy alpine mountain landscape at dusk.",
                "--ref",
                MODEL.resolve("edit_lora.ref0.png").toString(),
                "--width",
                "128",
                "--height",
                "128",
                "--steps",
                "25",
                "--guidance",
                "5",
                "--shift",
                "3",
                "--seed",
                "12345",
                "--lora",
                MODEL.resolve("lora/aesthetic") + ":0.75",
                "--lora",
                MODEL.resolve("lora/taste") + ":0.5",
                "--json");

        assertThat(status).as(err.toString()).isZero();
        byte[] png = Files.readAllBytes(picture);
        assertThat(shareWithinOneLevel(
                        ImageIO.read(new ByteArrayInputStream(png)), Golden.picture("edit_lora.out.png")))
                .isGreaterThanOrEqualTo(0.999);
        assertThat(AiMark.isMarked(png)).isTrue();
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.path("sha256").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(png)));
        assertThat(report.path("seconds_per_step").asDouble()).isPositive();
        assertThat(report.path("steps").asInt()).isEqualTo(25);
        assertThat(report.path("seed").asLong()).isEqualTo(12345);
        assertThat(report.path("lora").path(1).path("weight").asDouble()).isEqualTo(0.5);
        assertThat(err.toString()).contains("100 % 25/25");
        assertThat(folder).isDirectoryContaining(picture::equals);
        assertThat(left()).containsExactly(picture);
    }

    @Test
    void theDistilledModelsSchedulerBringsItsRecipe() {
        int status = generate(
                "--prompt", "a portrait", "--width", "64", "--height", "64", "--scheduler", "flow-match", "--json");

        assertThat(status).as(err.toString()).isZero();
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.path("steps").asInt()).isEqualTo(28);
        assertThat(report.path("guidance_scale").asDouble()).isZero();
        assertThat(report.path("shift").asDouble()).isEqualTo(1);
    }

    @Test
    void replacesAnOlderPicture() throws IOException {
        Files.writeString(picture, "older");

        assertThat(generate("--prompt", "@home", "--width", "64", "--height", "96", "--steps", "1"))
                .as(err.toString())
                .isZero();

        assertThat(ImageIO.read(picture.toFile())).matches(p -> p.getWidth() == 64 && p.getHeight() == 96);
        assertThat(left()).containsExactly(picture);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--width 100 | --width: must be a multiple of 32 from 64 to 3104, not 100",
                "--height 6400 | --height",
                "--steps 0 | --steps: must be from 1 to 1000",
                "--steps many | --steps",
                "--guidance NaN | --guidance",
                "--shift 0 | --shift",
                "--seed -1 | --seed",
                "--noise-scale 0 | --noise-scale",
                "--scheduler ddim | --scheduler: must be unipc, flow-match or flash",
                "--precision int8 | --precision: must be float32, bfloat16 or float8",
                "--keep-aspect | --keep-aspect: needs exactly one reference",
                "--layout [[0,1,0,1]] | --layout: boxes need at least one reference",
                "--ref nowhere.png | --ref: there is no file nowhere.png",
                "--lora nowhere:0.5 | no such adapter",
                "--lora style.safetensors | no such adapter",
                "--lora style.safetensors:strong | NAME_OR_PATH[=WEIGHT]",
                "--lora style.safetensors= | NAME_OR_PATH[=WEIGHT]",
                "--lora style.safetensors:11 | --lora",
                "--config nowhere | nowhere",
                "--sead 1 | did you mean --seed",
            })
    void wrongInputEndsWithStatusTwoAndOneLine(String options, String named) {
        List<String> arguments = new ArrayList<>(List.of("--prompt", "a portrait", "--width", "64", "--height", "64"));
        List<String> wrong = List.of(options.split(" "));
        if (arguments.contains(wrong.getFirst())) {
            arguments
                    .subList(arguments.indexOf(wrong.getFirst()), arguments.indexOf(wrong.getFirst()) + 2)
                    .clear();
        }
        arguments.addAll(wrong);

        refused(named, arguments.toArray(String[]::new));
    }

    @Test
    void wrongPromptsAreRefused() {
        refused("--prompt: must not be empty", "--prompt", " ");
        refused("--prompt: must have at most", "--prompt", "x".repeat(100_000));
    }

    @Test
    void anUnusableModelIsRefused() throws IOException {
        Path lying = Files.createDirectory(folder.resolve("model"));
        for (String name : List.of("config.json", "tokenizer.json")) {
            Files.copy(MODEL.resolve(name), lying.resolve(name));
        }
        byte[] weights = Files.readAllBytes(MODEL.resolve("model.safetensors"));
        Files.write(lying.resolve("model.safetensors"), java.util.Arrays.copyOf(weights, weights.length / 2));

        assertThat(run("--model", lying.toString(), "--prompt", "x", "--out", picture.toString()))
                .isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("model.safetensors");
        assertThat(picture).doesNotExist();

        err.getBuffer().setLength(0);
        assertThat(run("--model", "nowhere", "--prompt", "x", "--out", picture.toString()))
                .isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--model");
    }

    @Test
    void referencesAreMeasuredBeforeTheyAreDecoded() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "not a picture");
        Path bomb = Files.write(folder.resolve("bomb.png"), pngClaiming(50_000, 50_000));
        Path huge = folder.resolve("huge.png");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength((64L << 20) + 1);
        }

        refused("text.png must be a PNG, JPEG or WebP", "--prompt", "x", "--ref", text.toString());
        refused("bomb.png must have at most 100000000 pixels", "--prompt", "x", "--ref", bomb.toString());
        refused("64 MiB", "--prompt", "x", "--ref", huge.toString());
    }

    @Test
    void aPlaceThatCannotHoldThePictureIsRefused() {
        for (Path place : List.of(folder, folder.resolve("no/such/picture.png"), folder.resolve("picture.jpg"))) {
            err.getBuffer().setLength(0);
            assertThat(run("--model", MODEL.toString(), "--prompt", "x", "--out", place.toString()))
                    .isEqualTo(2);
            assertThat(err.toString().lines()).singleElement().asString().contains("--out");
        }
    }

    /** In a process of its own, since the signal ends it. */
    @Test
    void aSignalEndsItBetweenTwoStepsAndLeavesNoFile() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dai.djl.offline=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.emaki.Emaki",
                        "generate",
                        "--model",
                        MODEL.toString(),
                        "--out",
                        picture.toString(),
                        "--prompt",
                        "a portrait",
                        "--width",
                        "128",
                        "--height",
                        "128",
                        "--steps",
                        "1000")
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
        assertThat(told).last().asString().contains("cancelled after step").contains("nothing was written");
        assertThat(left()).isEmpty();
    }

    private void refused(String named, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(generate(arguments)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(named);
        assertThat(out.toString()).isEmpty();
        assertThat(picture).doesNotExist();
    }

    private int generate(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--model", MODEL.toString(), "--out", picture.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        CommandLine commandLine = EmakiCommand.commandLine(EmakiApplication.class);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("generate"));
        all.addAll(List.of(arguments));
        return commandLine.execute(all.toArray(String[]::new));
    }

    private List<Path> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** A PNG whose header announces a size that its data does not have. */
    private static byte[] pngClaiming(int width, int height) {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(header);
        return ByteBuffer.allocate(8 + 4 + header.length + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header)
                .putInt((int) sum.getValue())
                .array();
    }

    private static double shareWithinOneLevel(BufferedImage actual, BufferedImage expected) {
        assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
        assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
        long close = 0;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int difference = (actual.getRGB(x, y) >> shift & 255) - (expected.getRGB(x, y) >> shift & 255);
                    close += Math.abs(difference) <= 1 ? 1 : 0;
                }
            }
        }
        return close / (3.0 * expected.getWidth() * expected.getHeight());
    }
}
