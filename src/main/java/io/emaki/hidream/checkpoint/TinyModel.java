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

/** Tokenizer and random weights of a checkpoint that was never trained. */
public final class TinyModel {

    private static final List<String> SPECIAL = TokenizerFile.SPECIAL;
    private static final int BYTES = 256;

    private TinyModel() {}

    public static void write(Path folder, RandomSizes sizes, long seed) throws IOException {
        JsonMapper json = JsonMapper.shared();
        Files.writeString(folder.resolve("config.json"), json.writeValueAsString(config(sizes)));
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

    private static Map<String, Object> config(RandomSizes sizes) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("architectures", List.of("Qwen3VLForConditionalGeneration"));
        root.put("model_type", "qwen3_vl");
        root.put("image_token_id", BYTES + SPECIAL.indexOf("<|image_pad|>"));
        root.put("video_token_id", BYTES + SPECIAL.indexOf("<|video_pad|>"));
        root.put("vision_start_token_id", BYTES + SPECIAL.indexOf("<|vision_start|>"));
        root.put("vision_end_token_id", BYTES + SPECIAL.indexOf("<|vision_end|>"));
        root.put("text_config", sizes.text(BYTES + SPECIAL.size()));
        root.put("vision_config", sizes.vision());
        root.put("emaki", sizes.recipe());
        return root;
    }
}
