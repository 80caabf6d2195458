package io.emaki.hidream;

import io.emaki.hidream.checkpoint.SafetensorsFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outputs of the official code on a tiny random-weight model, see src/test/resources/golden. */
public final class Golden {

    private Golden() {}

    public static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Golden.class.getResource("/golden/manifest.json"))
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode manifest() {
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(folder().resolve("manifest.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SafetensorsFile tensors(String name) {
        return SafetensorsFile.open(folder().resolve(name + ".safetensors"), CheckpointException::new);
    }

    public static float[] floats(SafetensorsFile file, String name) {
        ByteBuffer bytes = bytes(file, name);
        float[] values = new float[bytes.remaining() / 4];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    public static int[] ints(SafetensorsFile file, String name) {
        ByteBuffer bytes = bytes(file, name);
        int[] values = new int[bytes.remaining() / 4];
        bytes.asIntBuffer().get(values);
        return values;
    }

    private static ByteBuffer bytes(SafetensorsFile file, String name) {
        SafetensorsFile.Entry entry = Objects.requireNonNull(file.entries().get(name), name);
        try {
            return file.read(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage picture(String name) {
        try {
            return Objects.requireNonNull(ImageIO.read(folder().resolve(name).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The request of a case in the manifest. */
    public static ImageRequest request(String name) {
        JsonNode node = manifest().path(name);
        List<BufferedImage> references = new ArrayList<>();
        node.path("refs").forEach(ref -> references.add(picture(ref.asString())));
        List<LoraWeight> adapters = new ArrayList<>();
        node.path("lora")
                .forEach(pair -> adapters.add(new LoraWeight(
                        folder().resolve("lora").resolve(pair.get(0).asString()),
                        pair.get(1).asDouble())));
        boolean flash = node.path("scheduler").asString().equals("flash");
        return ImageRequest.builder(node.path("prompt").asString())
                .references(references)
                .layout(
                        node.path("layout_bboxes").isNull()
                                ? null
                                : node.path("layout_bboxes").asString())
                .size(node.path("width").asInt(), node.path("height").asInt())
                .keepAspect(node.path("keep_original_aspect").asBoolean())
                .steps(node.path("steps").asInt())
                .guidanceScale(node.path("guidance_scale").asDouble())
                .shift(node.path("shift").asDouble())
                .seed(node.path("seed").asLong())
                .scheduler(flash ? SchedulerKind.FLASH : SchedulerKind.UNIPC)
                .noiseScale(flash ? node.path("noise_scale_start").asDouble() : null)
                .loraStack(new LoraStack(adapters))
                .build();
    }

    /** |a - b| / |b|. */
    public static double relativeError(float[] actual, float[] expected) {
        if (actual.length != expected.length) {
            throw new AssertionError("length " + actual.length + " instead of " + expected.length);
        }
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < actual.length; i++) {
            difference += Math.pow(actual[i] - (double) expected[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        return Math.sqrt(difference / norm);
    }

    /** Every 16th of the columns of a matrix with the given number of columns. */
    public static float[] every16th(float[] values, int columns) {
        float[] kept = new float[values.length / columns * (columns / 16)];
        int at = 0;
        for (int row = 0; row < values.length / columns; row++) {
            for (int column = 0; column < columns; column += 16) {
                kept[at++] = values[row * columns + column];
            }
        }
        return kept;
    }
}
