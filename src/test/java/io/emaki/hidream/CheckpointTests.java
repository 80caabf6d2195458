package io.emaki.hidream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.hidream.checkpoint.SafetensorsWriter;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The layouts a checkpoint may have, and what is said of files that lie. */
class CheckpointTests {

    @TempDir
    private Path folder;

    private Map<String, Tensor> tensors;

    @BeforeEach
    void read() throws IOException {
        tensors = TestTensors.copy(Golden.tensors("model"), UnaryOperator.identity());
        for (String name : List.of("config.json", "tokenizer.json")) {
            Files.copy(Golden.folder().resolve(name), folder.resolve(name));
        }
    }

    private static int[] picture(Path model, Path config, Precision precision) {
        try (HiDreamEngine engine = HiDreamEngine.open(model, config, precision)) {
            BufferedImage image = engine.generate(
                            Golden.request("edit_ja"), ProgressListener.silent(), new CancellationToken())
                    .image();
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        }
    }

    private static int[] official(Precision precision) {
        return picture(Golden.folder(), null, precision);
    }

    private Map<String, Tensor> renamed(UnaryOperator<String> rename) {
        Map<String, Tensor> copy = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            String other = rename.apply(name);
            if (other != null) {
                copy.put(other, tensor);
            }
        });
        return copy;
    }

    private Path oneFile(Map<String, Tensor> content) throws IOException {
        Path file = folder.resolve("one.safetensors");
        SafetensorsWriter.write(file, content, Map.of());
        return file;
    }

    @Test
    void readsShardsByTheirIndex() throws IOException {
        Map<String, Tensor> first = new TreeMap<>();
        Map<String, Tensor> second = new TreeMap<>();
        Map<String, String> index = new TreeMap<>();
        tensors.forEach((name, tensor) -> {
            boolean even = name.length() % 2 == 0;
            (even ? first : second).put(name, tensor);
            index.put(name, even ? "model-1.safetensors" : "model-2.safetensors");
        });
        SafetensorsWriter.write(folder.resolve("model-1.safetensors"), first, Map.of());
        SafetensorsWriter.write(folder.resolve("model-2.safetensors"), second, Map.of());
        Files.writeString(
                folder.resolve("model.safetensors.index.json"),
                JsonMapper.shared().writeValueAsString(Map.of("weight_map", index)));

        assertThat(picture(folder, null, Precision.FLOAT32)).isEqualTo(official(Precision.FLOAT32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "model.", "diffusion_model.", "diffusion_model.model."})
    void readsOneFileUnderEveryPrefixWithoutTheTextHead(String prefix) throws IOException {
        Path file = oneFile(
                renamed(name -> name.startsWith("lm_head") ? null : prefix + name.substring("model.".length())));

        assertThat(picture(file, null, Precision.FLOAT32)).isEqualTo(official(Precision.FLOAT32));
    }

    @Test
    void readsFloat32AndAConfigurationElsewhere() throws IOException {
        Map<String, Tensor> wide = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> wide.put(name, Tensor.float32(tensor.shape(), TestTensors.floats(tensor))));
        Path elsewhere = Files.createDirectory(folder.resolve("weights")).resolve("m.safetensors");
        SafetensorsWriter.write(elsewhere, wide, Map.of());

        // not equal to the bit: mapped weights lie at other addresses than converted ones, and sums are ordered by them
        int[] mapped = picture(elsewhere, folder, Precision.FLOAT32);
        int[] converted = official(Precision.FLOAT32);
        int different = 0;
        for (int i = 0; i < converted.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                different += Math.abs((mapped[i] >> shift & 255) - (converted[i] >> shift & 255)) > 1 ? 1 : 0;
            }
        }
        assertThat(different).isLessThan(converted.length * 3 / 1000);
        assertThatThrownBy(() -> picture(elsewhere, null, Precision.FLOAT32))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("--config");
    }

    /** A float8 file with a scale runs as the float8 numbers times the scale, resident or converted when loaded. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsFloat8WithScales(boolean perRow) throws IOException {
        Map<String, Tensor> quantised = new LinkedHashMap<>();
        Map<String, Tensor> plain = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            boolean linear =
                    name.contains("language_model.layers.") && tensor.shape().size() == 2;
            plain.put(name, tensor);
            quantised.put(name, tensor);
            if (linear) {
                int rows = Math.toIntExact(tensor.shape().getFirst());
                byte[] codes = new byte[tensor.data().length / 2];
                float[] values = new float[codes.length];
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = (byte) (i % 3 == 0 ? 0x38 : i % 3 == 1 ? 0xb0 : 0x28);
                    values[i] = (i % 3 == 0 ? 1f : i % 3 == 1 ? -0.5f : 0.25f) * 0.125f;
                }
                float[] scales = new float[perRow ? rows : 1];
                Arrays.fill(scales, 0.125f);
                quantised.put(name, new Tensor("F8_E4M3", tensor.shape(), codes));
                quantised.put(name + "_scale", Tensor.float32(perRow ? List.of((long) rows, 1L) : List.of(), scales));
                plain.put(name, Tensor.bfloat16(tensor.shape(), values));
            }
        });
        int[] expected = picture(oneFile(plain), null, Precision.FLOAT32);
        Path file = oneFile(quantised);

        assertThat(picture(file, null, Precision.FLOAT32)).isEqualTo(expected);
        assertThat(picture(file, null, Precision.FLOAT8)).isEqualTo(expected);
    }

    @Test
    void runsWithoutDeepstackMergers() throws IOException {
        Path file = oneFile(renamed(name -> name.contains("deepstack") ? null : name));
        try (HiDreamEngine engine = HiDreamEngine.open(file, null, Precision.FLOAT32)) {
            assertThat(engine.hasDeepstack()).isFalse();
        }
        assertThat(picture(file, null, Precision.FLOAT32)).isNotEqualTo(official(Precision.FLOAT32));
    }

    @Test
    void namesAMissingTensorAndAWrongShape() throws IOException {
        String name = "model.language_model.layers.1.mlp.up_proj.weight";
        assertFails(renamed(key -> key.equals(name) ? null : key), "layers.1.mlp.up_proj.weight");

        tensors.put(name, Tensor.float32(List.of(3L, 3L), new float[9]));
        assertFails(tensors, name, "[3, 3]");

        tensors.put(name, new Tensor("I64", List.of(160L, 64L), new byte[160 * 64 * 8]));
        assertFails(tensors, name, "I64");
    }

    private void assertFails(Map<String, Tensor> content, String... parts) throws IOException {
        assertFails(oneFile(content), parts);
    }

    private void assertFails(Path file, String... parts) {
        assertThatThrownBy(() -> HiDreamEngine.open(file, folder, Precision.FLOAT32))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(file.toString())
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    @Test
    void noticesACutFile() throws IOException {
        byte[] whole = Files.readAllBytes(oneFile(tensors));
        for (int length : new int[] {0, 5, 100, whole.length / 2, whole.length - 1}) {
            Path cut = folder.resolve("cut.safetensors");
            Files.write(cut, Arrays.copyOf(whole, length));
            assertFails(cut, "safetensors");
        }
        Path longer = folder.resolve("longer.safetensors");
        Files.write(longer, Arrays.copyOf(whole, whole.length + 3));
        assertFails(longer, "3 bytes after its last tensor");
    }

    @Test
    void noticesAHeaderThatLies() throws IOException {
        assertHeaderFails("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,80]}}", "'a'", "bytes 0 to 80");
        assertHeaderFails("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", "'a'", "needs 12");
        assertHeaderFails("{\"a\":{\"dtype\":\"F33\",\"shape\":[2],\"data_offsets\":[0,8]}}", "F33");
        assertHeaderFails("{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", "impossible shape");
        assertHeaderFails(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387905,4],\"data_offsets\":[0,8]}}",
                "impossible shape");
        assertHeaderFails("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", "gap");
        assertHeaderFails(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "overlaps");
        assertHeaderFails(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "not valid JSON");
        assertHeaderFails("{\"a\":", "not valid JSON");
        assertHeaderFails("[]", "not a JSON object");
    }

    private void assertHeaderFails(String header, String... parts) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + json.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(json.length).put(json);
        Path path = folder.resolve("lying.safetensors");
        Files.write(path, file.array());
        assertFails(path, parts);
    }

    @Test
    void namesAKeyOfTheConfiguration() throws IOException {
        Path file = oneFile(tensors);
        Path config = folder.resolve("config.json");
        String good = Files.readString(config);

        Files.writeString(config, good.replace("\"num_hidden_layers\": 4", "\"num_hidden_layers\": \"four\""));
        assertThatThrownBy(() -> HiDreamEngine.open(file, folder, Precision.FLOAT32))
                .hasMessageContaining("text_config.num_hidden_layers");
        Files.writeString(config, "{");
        assertThatThrownBy(() -> HiDreamEngine.open(file, folder, Precision.FLOAT32))
                .hasMessageContaining("config.json");
        Files.writeString(config, good);
        Files.writeString(
                folder.resolve("tokenizer.json"),
                Files.readString(folder.resolve("tokenizer.json")).replace("<|tms_token|>", "<|other|>"));
        assertThatThrownBy(() -> HiDreamEngine.open(file, folder, Precision.FLOAT32))
                .hasMessageContaining("<|tms_token|>");
    }
}
