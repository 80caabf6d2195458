package io.emaki.hidream.train;

import io.emaki.hidream.checkpoint.DecoderLinear;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.lora.PeftFolder.Factors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The factors of an adapter on every Linear of the decoder as one flat vector: A, B of each, layer by layer. */
final class AdapterVector {

    /** One Linear. */
    record Module(String path, int out, int in) {}

    private final int rank;
    private final List<Module> modules = new ArrayList<>();

    AdapterVector(ModelConfig.Text text, int rank) {
        this.rank = rank;
        for (int layer = 0; layer < text.layers(); layer++) {
            for (DecoderLinear linear : DecoderLinear.values()) {
                modules.add(new Module(
                        linear.path(layer), Math.toIntExact(linear.out(text)), Math.toIntExact(linear.in(text))));
            }
        }
    }

    List<Module> modules() {
        return modules;
    }

    /** Number of elements. */
    int size() {
        return modules.stream()
                .mapToInt(module -> Math.multiplyExact(rank, module.out() + module.in()))
                .reduce(0, Math::addExact);
    }

    /** A Kaiming uniform with a = sqrt(5) as PEFT begins, which is uniform within 1 / sqrt(in); B zero. */
    float[] initial(long seed) {
        float[] flat = new float[size()];
        Random random = new Random(seed);
        int at = 0;
        for (Module module : modules) {
            double limit = 1 / Math.sqrt(module.in());
            int end = at + rank * module.in();
            for (; at < end; at++) {
                flat[at] = (float) ((2 * random.nextDouble() - 1) * limit);
            }
            at += rank * module.out();
        }
        return flat;
    }

    /** The factors by module path. */
    Map<String, Factors> factors(float[] flat) {
        Map<String, Factors> factors = new LinkedHashMap<>();
        int at = 0;
        for (Module module : modules) {
            int middle = at + rank * module.in();
            int end = middle + rank * module.out();
            factors.put(
                    module.path(),
                    new Factors(
                            rank,
                            module.out(),
                            module.in(),
                            Arrays.copyOfRange(flat, at, middle),
                            Arrays.copyOfRange(flat, middle, end)));
            at = end;
        }
        return factors;
    }
}
