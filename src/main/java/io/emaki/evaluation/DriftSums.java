package io.emaki.evaluation;

import io.emaki.world.Axis;
import io.emaki.world.Grade;
import io.emaki.world.Trait;
import java.util.Arrays;
import java.util.List;

/** Sums over chains, by edit. */
final class DriftSums {

    private final double[] same;
    private final double[] identity;
    private final double[] state;
    private final double[] error;
    private int chains;

    DriftSums(int length) {
        same = new double[length];
        identity = new double[length];
        state = new double[length];
        error = new double[length];
    }

    /** @param difference mean difference (0 to 255) from the true drawing */
    void add(int edit, Grade grade, double difference) {
        double traits = Arrays.stream(Trait.values()).filter(grade::shows).count();
        double axes = Arrays.stream(Axis.values()).filter(grade::shows).count();
        same[edit] += traits == Trait.values().length ? 1 : 0;
        identity[edit] += traits / Trait.values().length;
        state[edit] += axes / Axis.values().length;
        error[edit] += difference;
    }

    void endChain() {
        chains++;
    }

    DriftCurve curve() {
        return new DriftCurve(mean(same), mean(identity), mean(state), mean(error));
    }

    private List<Double> mean(double[] sums) {
        return Arrays.stream(sums).map(sum -> sum / chains).boxed().toList();
    }
}
