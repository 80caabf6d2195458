package io.emaki.hidream.checkpoint;

import io.emaki.hidream.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code config.json} of a checkpoint in the Qwen3-VL layout, with the engine's optional own section {@code emaki}.
 *
 * @param imageTokenId id of {@code <|image_pad|>}
 * @param visionStartTokenId id of {@code <|vision_start|>}
 */
public record ModelConfig(Text text, Vision vision, int imageTokenId, int visionStartTokenId, Recipe recipe) {

    /**
     * The decoder's sizes.
     *
     * @param mropeSection frequencies given to the time, height and width axis; sums to headDim / 2
     */
    public record Text(
            int vocabSize,
            int hidden,
            int intermediate,
            int layers,
            int heads,
            int kvHeads,
            int headDim,
            double normEps,
            double ropeTheta,
            List<Integer> mropeSection) {}

    /**
     * The vision tower's sizes.
     *
     * @param gridSide side of the learned square position grid
     * @param deepstackAt blocks after which DeepStack features are taken, ascending
     */
    public record Vision(
            int depth,
            int hidden,
            int intermediate,
            int heads,
            int patch,
            int merge,
            int frames,
            int gridSide,
            List<Integer> deepstackAt) {

        /** Numbers of one vision patch, doubled in time. */
        public int patchNumbers() {
            return 3 * frames * patch * patch;
        }

        /** Width of a merged token before its projection. */
        public int mergedHidden() {
            return hidden * merge * merge;
        }
    }

    /** How pictures of this checkpoint are best made; the official full recipe unless the file says otherwise. */
    public record Recipe(
            String name,
            int nativeWidth,
            int nativeHeight,
            int steps,
            double guidanceScale,
            double shift,
            double noiseScale,
            boolean randomWeights) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws CheckpointException when the file is missing, no JSON, or lacks a size; the message names the key */
    public static ModelConfig read(Path file) {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CheckpointException(file, "cannot be read; a checkpoint needs its config.json", e);
        } catch (JacksonException e) {
            throw new CheckpointException(file, "is not valid JSON: " + e.getOriginalMessage(), e);
        }
        return new Reader(file).config(root);
    }

    private record Reader(Path file) {

        ModelConfig config(JsonNode root) {
            JsonNode text = object(root, "text_config");
            JsonNode vision = object(root, "vision_config");
            if (text.path("attention_bias").asBoolean(false)) {
                throw new CheckpointException(
                        file, "text_config.attention_bias is true, which this engine does not run");
            }
            Text sizes = text(text);
            Vision tower = vision(vision);
            if (tower.patch() * tower.merge() != 32) {
                throw new CheckpointException(
                        file,
                        "vision_config.patch_size times spatial_merge_size must be 32, not "
                                + tower.patch() * tower.merge());
            }
            if (number(vision, "out_hidden_size", "vision_config") != sizes.hidden()) {
                throw new CheckpointException(
                        file, "vision_config.out_hidden_size differs from text_config.hidden_size");
            }
            return new ModelConfig(
                    sizes,
                    tower,
                    number(root, "image_token_id", ""),
                    number(root, "vision_start_token_id", ""),
                    recipe(root.path("emaki")));
        }

        private Text text(JsonNode node) {
            String at = "text_config";
            int hidden = number(node, "hidden_size", at);
            int heads = number(node, "num_attention_heads", at);
            int headDim = node.has("head_dim") ? number(node, "head_dim", at) : hidden / heads;
            JsonNode rope = node.has("rope_scaling") && node.get("rope_scaling").isObject()
                    ? node.get("rope_scaling")
                    : node.path("rope_parameters");
            List<Integer> section = ints(rope.path("mrope_section"));
            if (section.isEmpty()) {
                section = List.of(24, 20, 20);
            }
            if (section.size() != 3
                    || section.stream().mapToInt(Integer::intValue).sum() * 2 != headDim) {
                throw new CheckpointException(
                        file,
                        at + ".rope_scaling.mrope_section " + section
                                + " must have three parts that sum to head_dim / 2");
            }
            double theta = node.has("rope_theta")
                    ? node.get("rope_theta").asDouble()
                    : rope.path("rope_theta").asDouble(5_000_000);
            int kvHeads = number(node, "num_key_value_heads", at);
            if (heads % kvHeads != 0) {
                throw new CheckpointException(
                        file, at + ".num_attention_heads must be a multiple of num_key_value_heads");
            }
            return new Text(
                    number(node, "vocab_size", at),
                    hidden,
                    number(node, "intermediate_size", at),
                    number(node, "num_hidden_layers", at),
                    heads,
                    kvHeads,
                    headDim,
                    node.path("rms_norm_eps").asDouble(1e-6),
                    theta,
                    section);
        }

        private Vision vision(JsonNode node) {
            String at = "vision_config";
            int positions = number(node, "num_position_embeddings", at);
            int side = (int) Math.round(Math.sqrt(positions));
            if (side * side != positions) {
                throw new CheckpointException(file, at + ".num_position_embeddings must be a square, not " + positions);
            }
            return new Vision(
                    number(node, "depth", at),
                    number(node, "hidden_size", at),
                    number(node, "intermediate_size", at),
                    number(node, "num_heads", at),
                    number(node, "patch_size", at),
                    number(node, "spatial_merge_size", at),
                    number(node, "temporal_patch_size", at),
                    side,
                    ints(node.path("deepstack_visual_indexes")));
        }

        private Recipe recipe(JsonNode node) {
            return new Recipe(
                    node.path("name").asString("HiDream-O1"),
                    node.path("native_width").asInt(2048),
                    node.path("native_height").asInt(2048),
                    node.path("steps").asInt(50),
                    node.path("guidance_scale").asDouble(5),
                    node.path("shift").asDouble(3),
                    node.path("noise_scale").asDouble(8),
                    node.path("random_weights").asBoolean(false));
        }

        private JsonNode object(JsonNode root, String key) {
            JsonNode node = root.path(key);
            if (!node.isObject()) {
                throw new CheckpointException(file, "lacks the section '" + key + "'; is it a Qwen3-VL layout?");
            }
            return node;
        }

        private int number(JsonNode node, String key, String section) {
            JsonNode value = node.path(key);
            String name = section.isEmpty() ? key : section + "." + key;
            if (!value.isIntegralNumber() || value.asLong() < 1 || value.asLong() > Integer.MAX_VALUE) {
                throw new CheckpointException(file, name + " must be a positive whole number");
            }
            return value.asInt();
        }

        private static List<Integer> ints(JsonNode array) {
            List<Integer> values = new ArrayList<>();
            array.forEach(node -> values.add(node.asInt()));
            return List.copyOf(values);
        }
    }
}
