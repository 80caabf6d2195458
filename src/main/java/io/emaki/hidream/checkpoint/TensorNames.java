package io.emaki.hidream.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tensors a checkpoint of given sizes must have, by module path without the leading {@code model.}, with their
 * shapes.
 */
final class TensorNames {

    /** The Linears before the norms of queries and keys. */
    static final List<DecoderLinear> ATTENTION =
            List.of(DecoderLinear.Q, DecoderLinear.K, DecoderLinear.V, DecoderLinear.O);

    /** The Linears after them. */
    static final List<DecoderLinear> MLP = List.of(DecoderLinear.GATE, DecoderLinear.UP, DecoderLinear.DOWN);

    private static final List<String> PREFIXES = List.of("diffusion_model.", "model.");

    private TensorNames() {}

    /** Strips {@code diffusion_model.} and {@code model.}. */
    static String canonical(String name) {
        String stripped = name;
        for (String prefix : PREFIXES) {
            if (stripped.startsWith(prefix)) {
                stripped = stripped.substring(prefix.length());
            }
        }
        return stripped;
    }

    /** Everything but the DeepStack mergers, which one-file checkpoints may lack. */
    static Map<String, List<Long>> required(ModelConfig config) {
        Map<String, List<Long>> shapes = new TreeMap<>();
        ModelConfig.Text text = config.text();
        long hidden = text.hidden();
        shapes.put("language_model.embed_tokens.weight", List.of((long) text.vocabSize(), hidden));
        shapes.put("language_model.norm.weight", List.of(hidden));
        for (int i = 0; i < text.layers(); i++) {
            decoderLayer(shapes, i, text);
        }
        visionTower(shapes, config.vision(), hidden);
        long bottleneck = hidden / 4;
        shapes.put("x_embedder.proj1.weight", List.of(bottleneck, 3072L));
        linear(shapes, "x_embedder.proj2", hidden, bottleneck);
        linear(shapes, "t_embedder1.mlp.0", hidden, 256);
        linear(shapes, "t_embedder1.mlp.2", hidden, hidden);
        linear(shapes, "final_layer2.linear", 3072, hidden);
        return shapes;
    }

    static Map<String, List<Long>> deepstack(ModelConfig config) {
        Map<String, List<Long>> shapes = new TreeMap<>();
        long merged = config.vision().mergedHidden();
        for (int i = 0; i < config.vision().deepstackAt().size(); i++) {
            String at = "visual.deepstack_merger_list." + i + ".";
            norm(shapes, at + "norm", merged);
            linear(shapes, at + "linear_fc1", merged, merged);
            linear(shapes, at + "linear_fc2", config.text().hidden(), merged);
        }
        return shapes;
    }

    /** All tensors of a decoder layer in the order of {@code decoder.py}. */
    static List<String> layer(int index) {
        String at = "language_model.layers." + index + ".";
        List<String> names = new ArrayList<>();
        names.add(at + "input_layernorm.weight");
        ATTENTION.forEach(linear -> names.add(linear.path(index) + ".weight"));
        names.add(at + "self_attn.q_norm.weight");
        names.add(at + "self_attn.k_norm.weight");
        names.add(at + "post_attention_layernorm.weight");
        MLP.forEach(linear -> names.add(linear.path(index) + ".weight"));
        return names;
    }

    private static void decoderLayer(Map<String, List<Long>> shapes, int index, ModelConfig.Text text) {
        String at = "language_model.layers." + index + ".";
        long hidden = text.hidden();
        shapes.put(at + "input_layernorm.weight", List.of(hidden));
        shapes.put(at + "post_attention_layernorm.weight", List.of(hidden));
        shapes.put(at + "self_attn.q_norm.weight", List.of((long) text.headDim()));
        shapes.put(at + "self_attn.k_norm.weight", List.of((long) text.headDim()));
        for (DecoderLinear linear : DecoderLinear.values()) {
            shapes.put(linear.path(index) + ".weight", List.of(linear.out(text), linear.in(text)));
        }
    }

    private static void visionTower(Map<String, List<Long>> shapes, ModelConfig.Vision vision, long out) {
        long hidden = vision.hidden();
        long patch = vision.patch();
        shapes.put("visual.patch_embed.proj.weight", List.of(hidden, 3L, (long) vision.frames(), patch, patch));
        shapes.put("visual.patch_embed.proj.bias", List.of(hidden));
        shapes.put("visual.pos_embed.weight", List.of((long) vision.gridSide() * vision.gridSide(), hidden));
        for (int i = 0; i < vision.depth(); i++) {
            String at = "visual.blocks." + i + ".";
            norm(shapes, at + "norm1", hidden);
            norm(shapes, at + "norm2", hidden);
            linear(shapes, at + "attn.qkv", 3 * hidden, hidden);
            linear(shapes, at + "attn.proj", hidden, hidden);
            linear(shapes, at + "mlp.linear_fc1", vision.intermediate(), hidden);
            linear(shapes, at + "mlp.linear_fc2", hidden, vision.intermediate());
        }
        norm(shapes, "visual.merger.norm", hidden);
        linear(shapes, "visual.merger.linear_fc1", vision.mergedHidden(), vision.mergedHidden());
        linear(shapes, "visual.merger.linear_fc2", out, vision.mergedHidden());
    }

    private static void linear(Map<String, List<Long>> shapes, String at, long out, long in) {
        shapes.put(at + ".weight", List.of(out, in));
        shapes.put(at + ".bias", List.of(out));
    }

    private static void norm(Map<String, List<Long>> shapes, String at, long size) {
        shapes.put(at + ".weight", List.of(size));
        shapes.put(at + ".bias", List.of(size));
    }
}
