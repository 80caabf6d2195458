package io.emaki.hidream.checkpoint;

import io.emaki.hidream.text.TokenizerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Sizes, tokenizer and random weights of the toy checkpoint. */
public final class TinyModel {

    private static final List<String> SPECIAL = TokenizerFile.SPECIAL;
    private static final int BYTES = 256;

    private TinyModel() {}

    public static void write(Path folder, long seed) throws IOException {
        JsonMapper json = JsonMapper.shared();
        Files.writeString(folder.resolve("config.json"), json.writeValueAsString(config()));
        Files.writeString(
                folder.resolve("tokenizer.json"),
                json.writeValueAsString(TokenizerFile.ofBytes().content()));
        ModelConfig config = ModelConfig.read(folder.resolve("config.json"));
        Map<String, List<Long>> shapes = new TreeMap<>(TensorNames.required(config));
        shapes.putAll(TensorNames.deepstack(config));
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, SafetensorsWriter.Tensor> tensors = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> tensors.put("model." + name, tensor(name, shape, random)));
        SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of("format", "pt"));
    }

    private static SafetensorsWriter.Tensor tensor(String name, List<Long> shape, SplittableRandom random) {
        float[] values = new float[shape.stream().mapToInt(Math::toIntExact).reduce(1, Math::multiplyExact)];
        boolean norm = name.contains("norm") && name.endsWith(".weight");
        double deviation = shape.size() < 2 ? 0.02 : 1 / Math.sqrt((double) values.length / shape.getFirst());
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((norm ? 1 : 0) + random.nextGaussian() * (norm ? 0.02 : deviation));
        }
        return SafetensorsWriter.Tensor.bfloat16(shape, values);
    }

    private static Map<String, Object> config() {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("vocab_size", BYTES + SPECIAL.size());
        text.put("hidden_size", 64);
        text.put("intermediate_size", 128);
        text.put("num_hidden_layers", 3);
        text.put("num_attention_heads", 4);
        text.put("num_key_value_heads", 2);
        text.put("head_dim", 16);
        text.put("rms_norm_eps", 1e-6);
        text.put("rope_theta", 5_000_000.0);
        text.put("attention_bias", false);
        text.put("rope_scaling", Map.of("rope_type", "default", "mrope_section", List.of(3, 3, 2)));
        Map<String, Object> vision = new LinkedHashMap<>();
        vision.put("depth", 2);
        vision.put("hidden_size", 48);
        vision.put("hidden_act", "gelu_pytorch_tanh");
        vision.put("intermediate_size", 96);
        vision.put("num_heads", 4);
        vision.put("in_channels", 3);
        vision.put("patch_size", 16);
        vision.put("spatial_merge_size", 2);
        vision.put("temporal_patch_size", 2);
        vision.put("out_hidden_size", 64);
        vision.put("num_position_embeddings", 64);
        vision.put("deepstack_visual_indexes", List.of(0, 1));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("architectures", List.of("Qwen3VLForConditionalGeneration"));
        root.put("model_type", "qwen3_vl");
        root.put("image_token_id", BYTES + SPECIAL.indexOf("<|image_pad|>"));
        root.put("video_token_id", BYTES + SPECIAL.indexOf("<|video_pad|>"));
        root.put("vision_start_token_id", BYTES + SPECIAL.indexOf("<|vision_start|>"));
        root.put("vision_end_token_id", BYTES + SPECIAL.indexOf("<|vision_end|>"));
        root.put("text_config", text);
        root.put("vision_config", vision);
        root.put("emaki", recipe());
        return root;
    }

    private static Map<String, Object> recipe() {
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("name", "tiny-random");
        recipe.put("native_width", 128);
        recipe.put("native_height", 128);
        recipe.put("steps", 4);
        recipe.put("guidance_scale", 2.0);
        recipe.put("shift", 1.0);
        recipe.put("noise_scale", 1.0);
        recipe.put("random_weights", true);
        return recipe;
    }
}
