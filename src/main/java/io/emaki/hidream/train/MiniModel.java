package io.emaki.hidream.train;

import io.emaki.hidream.text.TokenizerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Configuration and tokenizer of a new small model of the official architecture. */
public final class MiniModel {

    private static final int HEAD = 64;
    private static final int PICTURE = 256;

    private MiniModel() {}

    /**
     * Writes {@code config.json} and {@code tokenizer.json}.
     *
     * @param corpus texts that the tokenizer learns from
     * @param vocabulary learned tokens, bytes included
     * @param hidden width of the decoder, a multiple of 128
     */
    public static void write(Path folder, List<String> corpus, int vocabulary, int hidden, int layers)
            throws IOException {
        TokenizerFile.Learned tokenizer = TokenizerFile.learn(corpus, vocabulary);
        int firstSpecial = tokenizer.size() - TokenizerFile.SPECIAL.size();
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(folder.resolve("tokenizer.json"), json.writeValueAsString(tokenizer.content()));
        Files.writeString(
                folder.resolve("config.json"),
                json.writeValueAsString(config(tokenizer.size(), firstSpecial, hidden, layers)));
    }

    private static Map<String, Object> config(int vocabulary, int firstSpecial, int hidden, int layers) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("architectures", List.of("Qwen3VLForConditionalGeneration"));
        root.put("model_type", "qwen3_vl");
        for (Map.Entry<String, String> id : Map.of(
                        "image_token_id", "<|image_pad|>",
                        "video_token_id", "<|video_pad|>",
                        "vision_start_token_id", "<|vision_start|>",
                        "vision_end_token_id", "<|vision_end|>")
                .entrySet()) {
            root.put(id.getKey(), firstSpecial + TokenizerFile.SPECIAL.indexOf(id.getValue()));
        }
        root.put("text_config", text(vocabulary, hidden, layers));
        root.put("vision_config", vision(hidden));
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("name", "avatar-mini");
        recipe.put("native_width", PICTURE);
        recipe.put("native_height", PICTURE);
        recipe.put("steps", 8);
        recipe.put("guidance_scale", 2.0);
        recipe.put("shift", 3.0);
        recipe.put("noise_scale", 1.0);
        root.put("emaki", recipe);
        return root;
    }

    private static Map<String, Object> text(int vocabulary, int hidden, int layers) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("vocab_size", vocabulary);
        text.put("hidden_size", hidden);
        text.put("intermediate_size", hidden * 8 / 3 / 32 * 32);
        text.put("num_hidden_layers", layers);
        text.put("num_attention_heads", hidden / HEAD);
        text.put("num_key_value_heads", hidden / HEAD / 2);
        text.put("head_dim", HEAD);
        text.put("hidden_act", "silu");
        text.put("max_position_embeddings", 262144);
        text.put("rms_norm_eps", 1e-6);
        text.put("rope_theta", 5_000_000.0);
        text.put("attention_bias", false);
        text.put(
                "rope_scaling",
                Map.of("rope_type", "default", "mrope_section", List.of(12, 10, 10), "mrope_interleaved", true));
        return text;
    }

    private static Map<String, Object> vision(int hidden) {
        Map<String, Object> vision = new LinkedHashMap<>();
        vision.put("depth", 3);
        vision.put("hidden_size", 192);
        vision.put("hidden_act", "gelu_pytorch_tanh");
        vision.put("intermediate_size", 768);
        vision.put("num_heads", 3);
        vision.put("in_channels", 3);
        vision.put("patch_size", 16);
        vision.put("spatial_merge_size", 2);
        vision.put("temporal_patch_size", 2);
        vision.put("out_hidden_size", hidden);
        vision.put("num_position_embeddings", 576);
        vision.put("deepstack_visual_indexes", List.of(0, 1));
        return vision;
    }
}
