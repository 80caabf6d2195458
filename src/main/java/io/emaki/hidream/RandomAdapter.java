package io.emaki.hidream;

import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.checkpoint.SafetensorsWriter;
import io.emaki.hidream.lora.LoraModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a LoRA adapter with random factors for every Linear that an adapter may touch, to measure what a stack costs. */
public final class RandomAdapter {

    /** Standard deviation of B; keeps an adapter's part small against the weight it is added to. */
    private static final double B_DEVIATION = 0.01;

    private RandomAdapter() {}

    /**
     * Writes {@code adapter_config.json} and {@code adapter_model.safetensors} in PEFT's layout.
     *
     * @param model checkpoint that the adapter is for
     * @param configDir folder of its config.json, null for its own
     * @param rank from 1 on; alpha equals it, so that the scale is 1
     * @return the folder
     * @throws CheckpointException when the model cannot be read
     * @throws LoraException when the folder cannot be written
     */
    public static Path writeTo(Path folder, Path model, @Nullable Path configDir, int rank, long seed) {
        LoraModules modules = new LoraModules(Checkpoint.open(model, configDir).config());
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, SafetensorsWriter.Tensor> tensors = new LinkedHashMap<>();
        modules.sizes().forEach((path, size) -> {
            String key = "base_model.model.model." + path;
            tensors.put(key + ".lora_A.weight", tensor(rank, size.in(), 1 / Math.sqrt(size.in()), random));
            tensors.put(key + ".lora_B.weight", tensor(size.out(), rank, B_DEVIATION, random));
        });
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("adapter_config.json"),
                    JsonMapper.shared().writeValueAsString(Map.of("peft_type", "LORA", "r", rank, "lora_alpha", rank)));
            SafetensorsWriter.write(folder.resolve("adapter_model.safetensors"), tensors, Map.of("format", "pt"));
        } catch (IOException e) {
            throw new LoraException(folder, "cannot be written", e);
        }
        return folder;
    }

    private static SafetensorsWriter.Tensor tensor(long rows, long columns, double deviation, SplittableRandom random) {
        float[] values = new float[Math.toIntExact(rows * columns)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return SafetensorsWriter.Tensor.float32(List.of(rows, columns), values);
    }
}
