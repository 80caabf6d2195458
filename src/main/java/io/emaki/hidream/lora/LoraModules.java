package io.emaki.hidream.lora;

import io.emaki.hidream.checkpoint.DecoderLinear;
import io.emaki.hidream.checkpoint.ModelConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Linears of a model that an adapter may touch, by module path without the leading {@code model.}, with their
 * sizes. Flattened names are matched by flattening these real paths, never by guessing where an underscore was a dot.
 */
public final class LoraModules {

    /** Size of a Linear. */
    public record Size(long out, long in) {}

    private final Map<String, Size> sizes = new LinkedHashMap<>();
    private final Map<String, String> flattened = new LinkedHashMap<>();

    public LoraModules(ModelConfig config) {
        ModelConfig.Text text = config.text();
        long hidden = text.hidden();
        for (int i = 0; i < text.layers(); i++) {
            for (DecoderLinear linear : DecoderLinear.values()) {
                put(linear.path(i), linear.out(text), linear.in(text));
            }
        }
        put("x_embedder.proj1", hidden / 4, 3072);
        put("x_embedder.proj2", hidden, hidden / 4);
        put("t_embedder1.mlp.0", hidden, 256);
        put("t_embedder1.mlp.2", hidden, hidden);
        put("final_layer2.linear", 3072, hidden);
    }

    private void put(String path, long out, long in) {
        sizes.put(path, new Size(out, in));
        flattened.put(path.replace('.', '_'), path);
    }

    /** All of them, by module path. */
    public Map<String, Size> sizes() {
        return Collections.unmodifiableMap(sizes);
    }

    /** The module path that a key's stem means, or null. The stem has no {@code lora_...} suffix. */
    @Nullable
    String resolve(String stem) {
        String path = stem;
        boolean stripped = true;
        while (stripped && !sizes.containsKey(path)) {
            stripped = false;
            for (String prefix : new String[] {"base_model.model.", "diffusion_model.", "transformer.", "model."}) {
                if (path.startsWith(prefix)) {
                    path = path.substring(prefix.length());
                    stripped = true;
                }
            }
        }
        if (sizes.containsKey(path)) {
            return path;
        }
        String flat = stem.startsWith("lora_unet_") ? stem.substring("lora_unet_".length()) : stem;
        String withoutModel = flat.startsWith("model_") ? flat.substring("model_".length()) : flat;
        return flattened.get(withoutModel);
    }

    Size size(String path) {
        Size size = sizes.get(path);
        if (size == null) {
            throw new IllegalArgumentException("no Linear " + path);
        }
        return size;
    }
}
