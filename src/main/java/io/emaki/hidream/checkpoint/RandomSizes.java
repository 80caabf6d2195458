package io.emaki.hidream.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sizes of a checkpoint with random weights, and how its pictures are made.
 *
 * @param ropeSections of a head's rotary pairs for time, rows and columns; sum to {@code headDim / 2}
 * @param positions of the vision tower, a square
 * @param side native width and height, pixels
 */
public record RandomSizes(
        String name,
        int hidden,
        int intermediate,
        int layers,
        int heads,
        int kvHeads,
        int headDim,
        List<Integer> ropeSections,
        int visionDepth,
        int visionHidden,
        int visionIntermediate,
        int visionHeads,
        int positions,
        int side,
        int steps) {

    /** Runs in milliseconds: for tests, and for a service without a model. */
    public static final RandomSizes TINY =
            new RandomSizes("tiny-random", 64, 128, 3, 4, 2, 16, List.of(3, 3, 2), 2, 48, 96, 4, 64, 128, 4);

    /** Large enough that arithmetic, not overhead, decides the time of a step. */
    public static final RandomSizes MEDIUM =
            new RandomSizes("medium-random", 512, 1344, 8, 8, 4, 64, List.of(12, 10, 10), 3, 192, 768, 3, 576, 256, 16);

    Map<String, Object> text(int vocabulary) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("vocab_size", vocabulary);
        text.put("hidden_size", hidden);
        text.put("intermediate_size", intermediate);
        text.put("num_hidden_layers", layers);
        text.put("num_attention_heads", heads);
        text.put("num_key_value_heads", kvHeads);
        text.put("head_dim", headDim);
        text.put("rms_norm_eps", 1e-6);
        text.put("rope_theta", 5_000_000.0);
        text.put("attention_bias", false);
        text.put("rope_scaling", Map.of("rope_type", "default", "mrope_section", ropeSections));
        return text;
    }

    Map<String, Object> vision() {
        Map<String, Object> vision = new LinkedHashMap<>();
        vision.put("depth", visionDepth);
        vision.put("hidden_size", visionHidden);
        vision.put("hidden_act", "gelu_pytorch_tanh");
        vision.put("intermediate_size", visionIntermediate);
        vision.put("num_heads", visionHeads);
        vision.put("in_channels", 3);
        vision.put("patch_size", 16);
        vision.put("spatial_merge_size", 2);
        vision.put("temporal_patch_size", 2);
        vision.put("out_hidden_size", hidden);
        vision.put("num_position_embeddings", positions);
        vision.put("deepstack_visual_indexes", List.of(0, 1));
        return vision;
    }

    Map<String, Object> recipe() {
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("name", name);
        recipe.put("native_width", side);
        recipe.put("native_height", side);
        recipe.put("steps", steps);
        recipe.put("guidance_scale", 2.0);
        recipe.put("shift", 1.0);
        recipe.put("noise_scale", 1.0);
        recipe.put("random_weights", true);
        return recipe;
    }
}
