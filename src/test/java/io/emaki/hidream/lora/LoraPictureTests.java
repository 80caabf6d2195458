package io.emaki.hidream.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.CheckpointException;
import io.emaki.hidream.Golden;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.LoraException;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.LoraWeight;
import io.emaki.hidream.Precision;
import io.emaki.hidream.ProgressListener;
import io.emaki.hidream.TestTensors;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import io.emaki.hidream.checkpoint.SafetensorsWriter;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same adapter under every naming style draws the same picture, to the bit. */
class LoraPictureTests {

    private static final String PEFT = "base_model.model.model.";

    @TempDir
    private Path folder;

    private static HiDreamEngine engine;

    @BeforeAll
    static void open() {
        engine = HiDreamEngine.open(Golden.folder(), null, Precision.FLOAT32);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static int[] picture(LoraWeight... adapters) {
        ImageRequest request = ImageRequest.builder("a cat")
                .size(64, 64)
                .steps(1)
                .loraStack(new LoraStack(List.of(adapters)))
                .build();
        BufferedImage image = engine.generate(request, ProgressListener.silent(), new CancellationToken())
                .image();
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static Path official(String name) {
        return Golden.folder().resolve("lora").resolve(name);
    }

    private static Map<String, Tensor> tensors(String name, UnaryOperator<String> rename) {
        return TestTensors.copy(
                SafetensorsFile.open(official(name).resolve("adapter_model.safetensors"), CheckpointException::new),
                rename);
    }

    private Path write(String name, Map<String, Tensor> tensors) throws IOException {
        Path file = folder.resolve(name);
        SafetensorsWriter.write(file, tensors, Map.of());
        return file;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.emaki.hidream.lora.LoraFileTests#styles")
    void everyKeyStyleDrawsTheSame(String name, UnaryOperator<String> style) throws IOException {
        int[] expected = picture(new LoraWeight(official("aesthetic"), 0.75));

        Path file = write("styled.safetensors", tensors("aesthetic", style));

        assertThat(picture(new LoraWeight(file, 0.75))).isEqualTo(expected).isNotEqualTo(picture());
    }

    /** Taste has alpha 8 at rank 4, so a lost alpha halves it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.emaki.hidream.lora.LoraFileTests#styles")
    void alphaTensorsSayWhatTheConfigurationSays(String name, UnaryOperator<String> style) throws IOException {
        int[] expected = picture(new LoraWeight(official("taste"), 0.5));
        Map<String, Tensor> tensors = tensors("taste", style);
        Map<String, Tensor> alphas = new LinkedHashMap<>();
        for (String key : tensors.keySet()) {
            int cut = Math.max(key.indexOf(".lora_A."), key.indexOf(".lora_down."));
            if (cut >= 0) {
                alphas.put(key.substring(0, cut) + ".alpha", Tensor.float32(List.of(), new float[] {8}));
            }
        }
        assertThat(alphas).isNotEmpty();
        Path without = write("without.safetensors", tensors);
        tensors.putAll(alphas);
        Path with = write("with.safetensors", tensors);

        assertThat(picture(new LoraWeight(with, 0.5))).isEqualTo(expected);
        assertThat(picture(new LoraWeight(without, 1.0))).isEqualTo(expected);
        assertThat(picture(new LoraWeight(without, 0.5))).isNotEqualTo(expected);
    }

    @Test
    void bfloat16FactorsAreTheirOwnNumbers() throws IOException {
        Map<String, Tensor> half = new LinkedHashMap<>();
        Map<String, Tensor> wide = new LinkedHashMap<>();
        tensors("aesthetic", UnaryOperator.identity()).forEach((key, tensor) -> {
            Tensor rounded = Tensor.bfloat16(tensor.shape(), TestTensors.floats(tensor));
            half.put(key, rounded);
            wide.put(key, Tensor.float32(tensor.shape(), TestTensors.floats(rounded)));
        });

        assertThat(picture(new LoraWeight(write("half.safetensors", half), 0.75)))
                .isEqualTo(picture(new LoraWeight(write("wide.safetensors", wide), 0.75)));
    }

    @Test
    void theBareOutputLayerIsAdapted() throws IOException {
        float[] down = new float[64];
        float[] up = new float[3072];
        java.util.Arrays.fill(down, 0.5f);
        java.util.Arrays.fill(up, 0.5f);
        String stem = "final_layer2.linear.";
        Tensor a = Tensor.float32(List.of(1L, 64L), down);
        Path none = write(
                "none.safetensors",
                Map.of(stem + "lora_A.weight", a, stem + "lora_B.weight", zeros(List.of(3072L, 1L))));
        Path some = write(
                "some.safetensors",
                Map.of(stem + "lora_A.weight", a, stem + "lora_B.weight", Tensor.float32(List.of(3072L, 1L), up)));

        int[] base = picture();
        assertThat(picture(new LoraWeight(none, 1))).isEqualTo(base);
        assertThat(picture(new LoraWeight(some, 1))).isNotEqualTo(base);
        assertThat(picture()).isEqualTo(base);
    }

    private static Tensor zeros(List<Long> shape) {
        return Tensor.float32(shape, new float[Math.toIntExact(shape.getFirst() * shape.getLast())]);
    }

    @Test
    void factorsOfDifferentRanksAreRefusedAndTheEngineGoesOn() throws IOException {
        int[] base = picture();
        String stem = PEFT + "language_model.layers.0.self_attn.q_proj";
        Map<String, Tensor> tensors = tensors("aesthetic", UnaryOperator.identity());
        long out = tensors.get(stem + ".lora_B.weight").shape().getFirst();
        tensors.put(stem + ".lora_B.weight", zeros(List.of(out, 3L)));
        Path file = write("ranks.safetensors", tensors);

        assertThatThrownBy(() -> picture(new LoraWeight(official("taste"), 1), new LoraWeight(file, 1)))
                .isInstanceOf(LoraException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(stem);
        assertThat(picture()).isEqualTo(base);
    }
}
