package io.emaki.hidream;

import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.lora.LoraModules;
import io.emaki.hidream.lora.PeftFolder;
import io.emaki.hidream.lora.PeftFolder.Factors;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

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
        Map<String, Factors> factors = new LinkedHashMap<>();
        modules.sizes().forEach((path, size) -> {
            int out = Math.toIntExact(size.out());
            int in = Math.toIntExact(size.in());
            float[] a = values(rank * in, 1 / Math.sqrt(in), random);
            factors.put(path, new Factors(rank, out, in, a, values(out * rank, B_DEVIATION, random)));
        });
        PeftFolder.write(folder, factors, rank, null);
        return folder;
    }

    private static float[] values(int count, double deviation, SplittableRandom random) {
        float[] values = new float[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }
}
