package io.emaki.hidream.schedule;

import org.jspecify.annotations.Nullable;

/**
 * One step in coefficients. With z the sample given to the model, m its prediction of the clean sample under the
 * scheduler's own noise level, m1 and m2 the predictions of the two steps before, and x the corrected sample of the
 * step before:
 *
 * <pre>
 * z'   = corrector == null ? z : corrector(x, m1, m2, m)
 * next = predictor(z', m, m1) + noise * fresh
 * </pre>
 *
 * @param noise coefficient of clipped fresh noise, 0 where the scheduler is deterministic
 */
public record Update(@Nullable Corrector corrector, Predictor predictor, double noise) {

    /** x * x' + m1 * m1' + m2 * m2' + m * m' with the primed values the coefficients. */
    public record Corrector(double x, double m1, double m2, double m) {}

    /** z' * x' + m * m' + m1 * m1' with the primed values the coefficients. */
    public record Predictor(double x, double m, double m1) {}
}
