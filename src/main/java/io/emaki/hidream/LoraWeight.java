package io.emaki.hidream;

import java.nio.file.Path;

/**
 * One adapter of a stack.
 *
 * @param file a {@code .safetensors} file, or a PEFT folder with {@code adapter_config.json} and
 *     {@code adapter_model.safetensors}
 * @param weight the adapter's strength, finite, from -10 to 10; 0 switches it off
 */
public record LoraWeight(Path file, double weight) {

    public LoraWeight {
        if (!Double.isFinite(weight) || Math.abs(weight) > 10) {
            throw new InvalidRequestException(
                    "lora", "the weight of " + file + " must be between -10 and 10, not " + weight);
        }
    }
}
