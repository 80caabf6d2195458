package io.emaki.hidream.train;

import io.emaki.hidream.InvalidRequestException;
import java.util.Locale;

/** How gradients become a step. */
public enum Optimizer {
    /** Adam with decoupled weight decay (Loshchilov and Hutter 2019); 8 bytes of state a parameter. */
    ADAMW(0.9),
    /** The same with moments in block-wise 8 bits (Dettmers et al. 2021); 2 bytes of state a parameter. */
    ADAMW8BIT(0.9),
    /**
     * AdamW, but matrices inside the towers take the orthogonalised momentum (Jordan et al. 2024); it needs fewer steps.
     */
    MUON(0.95);

    private final double beta1;

    Optimizer(double beta1) {
        this.beta1 = beta1;
    }

    /** Decay of the first moment. */
    double beta1() {
        return beta1;
    }

    /** @throws InvalidRequestException when there is no such optimiser */
    public static Optimizer parse(String name) {
        for (Optimizer optimizer : values()) {
            if (optimizer.name().equals(name.toUpperCase(Locale.ROOT))) {
                return optimizer;
            }
        }
        throw new InvalidRequestException("optimizer", "must be adamw, adamw8bit or muon, not " + name);
    }
}
