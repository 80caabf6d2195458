package io.emaki.hidream.train;

/** How gradients become a step. */
public enum Optimizer {
    /** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
    ADAMW(0.9),
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

    /** @throws io.emaki.hidream.InvalidRequestException when there is no such optimiser */
    public static Optimizer parse(String name) {
        for (Optimizer optimizer : values()) {
            if (optimizer.name().equalsIgnoreCase(name)) {
                return optimizer;
            }
        }
        throw new io.emaki.hidream.InvalidRequestException("optimizer", "must be adamw or muon, not " + name);
    }
}
