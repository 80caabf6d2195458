package io.emaki.hidream.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.hidream.CheckpointException;
import io.emaki.hidream.Golden;
import io.emaki.hidream.LoraException;
import io.emaki.hidream.TestTensors;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import io.emaki.hidream.checkpoint.SafetensorsWriter;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which adapters for this model are written, and what is refused. */
class LoraFileTests {

    private static final String PEFT = "base_model.model.model.";
    private static final String PROJECTION = "language_model.layers.0.self_attn.q_proj";

    @TempDir
    private Path folder;

    private LoraModules modules;
    private SafetensorsFile adapter;

    @BeforeEach
    void read() {
        modules = new LoraModules(ModelConfig.read(Golden.folder().resolve("config.json")));
        adapter = SafetensorsFile.open(
                Golden.folder().resolve("lora/aesthetic/adapter_model.safetensors"), CheckpointException::new);
    }

    static Stream<Arguments> styles() {
        return Stream.of(
                Arguments.of("PEFT with adapter name", style(PEFT, ".lora_A.default.weight", ".lora_B.default.weight")),
                Arguments.of("DiffSynth", style("model.", ".lora_A.default.weight", ".lora_B.default.weight")),
                Arguments.of("ModelScope", style("model.", ".lora_A.weight", ".lora_B.weight")),
                Arguments.of("ai-toolkit", style("diffusion_model.", ".lora_A.weight", ".lora_B.weight")),
                Arguments.of("older ai-toolkit", style("diffusion_model.model.", ".lora_A.weight", ".lora_B.weight")),
                Arguments.of("transformer", style("transformer.model.", ".lora_A.weight", ".lora_B.weight")),
                Arguments.of("nodes", style("diffusion_model.", ".lora_down.weight", ".lora_up.weight")),
                Arguments.of("bare", style("", ".lora_A.weight", ".lora_B.weight")),
                Arguments.of("musubi", flat("lora_unet_model_")),
                Arguments.of("kohya", flat("lora_unet_")));
    }

    private static UnaryOperator<String> style(String prefix, String down, String up) {
        return key -> prefix + module(key) + (key.contains(".lora_A.") ? down : up);
    }

    private static UnaryOperator<String> flat(String prefix) {
        return key -> prefix
                + module(key).replace('.', '_')
                + (key.contains(".lora_A.") ? ".lora_down.weight" : ".lora_up.weight");
    }

    private static String module(String key) {
        return key.substring(PEFT.length(), key.indexOf(".lora_"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("styles")
    void readsEveryKeyStyle(String name, UnaryOperator<String> style) throws IOException {
        Map<String, Tensor> tensors = TestTensors.copy(adapter, style);
        LoraFile official = LoraFile.open(Golden.folder().resolve("lora/aesthetic"), modules);

        LoraFile read = LoraFile.open(write(tensors), modules);

        assertThat(read.pairs().keySet()).isEqualTo(official.pairs().keySet());
        read.pairs().forEach((path, pair) -> {
            assertThat(pair.a().shape())
                    .isEqualTo(official.pairs().get(path).a().shape());
            assertThat(pair.b().shape())
                    .isEqualTo(official.pairs().get(path).b().shape());
            assertThat(pair.scale()).isEqualTo(1);
        });
    }

    @Test
    void theScaleComesFromAlphaOrTheConfiguration() throws IOException {
        Map<String, Tensor> tensors = TestTensors.copy(adapter, flat("lora_unet_"));
        String stem = "lora_unet_" + PROJECTION.replace('.', '_');
        tensors.put(stem + ".alpha", Tensor.float32(List.of(), new float[] {4}));
        int rank =
                LoraFile.open(write(tensors), modules).pairs().get(PROJECTION).rank();
        assertThat(LoraFile.open(folder.resolve("a.safetensors"), modules)
                        .pairs()
                        .get(PROJECTION)
                        .scale())
                .isEqualTo(4.0 / rank);

        tensors.put(stem + ".alpha", Tensor.bfloat16(List.of(1L), new float[] {0}));
        assertThat(LoraFile.open(write(tensors), modules)
                        .pairs()
                        .get(PROJECTION)
                        .scale())
                .isEqualTo(1);

        write(TestTensors.copy(adapter, UnaryOperator.identity()));
        Files.writeString(
                folder.resolve("adapter_config.json"),
                "{\"peft_type\":\"LORA\",\"lora_alpha\":2,\"alpha_pattern\":{\"q_proj\":6}}");
        Map<String, LoraFile.Pair> pairs =
                LoraFile.open(folder.resolve("a.safetensors"), modules).pairs();
        assertThat(pairs.get(PROJECTION).scale()).isEqualTo(6.0 / rank);
        assertThat(pairs.get(PROJECTION.replace("q_proj", "k_proj")).scale()).isEqualTo(2.0 / rank);
    }

    @Test
    void acceptsTheOutputLayer() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("final_layer2.linear.lora_A.weight", Tensor.float32(List.of(2L, 64L), new float[128]));
        tensors.put("final_layer2.linear.lora_B.weight", Tensor.float32(List.of(3072L, 2L), new float[6144]));

        assertThat(LoraFile.open(write(tensors), modules).pairs()).containsOnlyKeys("final_layer2.linear");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "language_model.layers.0.self_attn.q_proj.hada_w1_a,LoHa",
                "lora_unet_language_model_layers_0_self_attn_q_proj.lokr_w1,LoKr",
                "base_model.model.model.language_model.layers.0.self_attn.q_proj.lora_magnitude_vector.weight,DoRA"
            })
    void refusesOtherKindsByName(String keyAndKind) throws IOException {
        String[] parts = keyAndKind.split(",");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(parts[0], Tensor.float32(List.of(4L), new float[4]));
        Path file = write(tensors);

        assertThatThrownBy(() -> LoraFile.open(file, modules))
                .isInstanceOf(LoraException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(parts[0])
                .hasMessageContaining(parts[1]);
    }

    @Test
    void namesTheKeyThatDoesNotFit() throws IOException {
        String key = "model.language_model.layers.99.self_attn.q_proj.lora_A.weight";
        Map<String, Tensor> unknown = TestTensors.copy(adapter, UnaryOperator.identity());
        unknown.put(key, Tensor.float32(List.of(2L, 64L), new float[128]));
        assertFails(unknown, key);

        Map<String, Tensor> wrongShape = TestTensors.copy(adapter, UnaryOperator.identity());
        String down = PEFT + PROJECTION + ".lora_A.weight";
        wrongShape.put(down, Tensor.float32(List.of(8L, 32L), new float[256]));
        assertFails(wrongShape, down);

        Map<String, Tensor> half = TestTensors.copy(adapter, name -> name.contains("lora_B") ? null : name);
        assertFails(half, "no matching up factor");

        assertFails(Map.of("model.something.else", Tensor.float32(List.of(1L), new float[1])), "model.something.else");
        assertThatThrownBy(() -> LoraFile.open(folder.resolve("absent"), modules))
                .isInstanceOf(LoraException.class)
                .hasMessageContaining("absent");
    }

    private void assertFails(Map<String, Tensor> tensors, String part) throws IOException {
        Path file = write(tensors);
        assertThatThrownBy(() -> LoraFile.open(file, modules))
                .isInstanceOf(LoraException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(part);
    }

    private Path write(Map<String, Tensor> tensors) throws IOException {
        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, tensors, Map.of());
        return file;
    }
}
