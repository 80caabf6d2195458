package io.emaki.hidream.schedule;

import io.emaki.hidream.schedule.Update.Corrector;
import io.emaki.hidream.schedule.Update.Predictor;

/**
 * UniPC multistep for flow matching: order 2, bh2, data prediction, lower order in the last step (Zhao et al. 2023,
 * <i>UniPC: A Unified Predictor-Corrector Framework</i>; {@code FlowUniPCMultistepScheduler} of the official code). The
 * shift is applied twice, once to the training table's ends and once to the steps, as the official class does.
 */
final class UniPc implements Scheduler {

    private final float[] sigmas;
    private final long[] times;

    UniPc(int steps, double shift) {
        float highest = shifted((float) (1.0 - 1.0 / 1000), (float) shift);
        sigmas = new float[steps + 1];
        times = new long[steps];
        for (int i = 0; i < steps; i++) {
            double linear = highest + i * ((0.0 - highest) / steps);
            double sigma = shift * linear / (1 + (shift - 1) * linear);
            sigmas[i] = (float) sigma;
            times[i] = (long) (sigma * 1000);
        }
    }

    private static float shifted(float sigma, float shift) {
        return shift * sigma / (1 + (shift - 1) * sigma);
    }

    @Override
    public int steps() {
        return times.length;
    }

    @Override
    public double time(int step) {
        return times[step];
    }

    @Override
    public double sigma(int step) {
        return sigmas[step];
    }

    @Override
    public Update update(int step) {
        return new Update(step == 0 ? null : corrector(step), predictor(step), 0);
    }

    private int order(int step) {
        return Math.min(Math.min(2, steps() - step), step + 1);
    }

    private double lambda(int step) {
        return Math.log(1.0 - sigmas[step]) - Math.log(sigmas[step]);
    }

    private Predictor predictor(int step) {
        double h = lambda(step + 1) - lambda(step);
        double growth = Math.expm1(-h);
        double alpha = 1.0 - sigmas[step + 1];
        double x = (double) sigmas[step + 1] / sigmas[step];
        if (order(step) == 1) {
            return new Predictor(x, -alpha * growth, 0);
        }
        double ratio = (lambda(step - 1) - lambda(step)) / h;
        double older = -alpha * growth * 0.5 / ratio;
        return new Predictor(x, -alpha * growth - older, older);
    }

    /** Corrects the step before, from step - 1 to step, with the order that its predictor had. */
    private Corrector corrector(int step) {
        double h = lambda(step) - lambda(step - 1);
        double growth = Math.expm1(-h);
        double alpha = 1.0 - sigmas[step];
        double x = (double) sigmas[step] / sigmas[step - 1];
        if (order(step - 1) == 1) {
            double newest = -alpha * growth * 0.5;
            return new Corrector(x, -alpha * growth - newest, 0, newest);
        }
        double ratio = (lambda(step - 2) - lambda(step - 1)) / h;
        double phi1 = growth / -h - 1;
        double b1 = phi1 / growth;
        double phi2 = phi1 / -h - 0.5;
        double b2 = phi2 * 2 / growth;
        double rhoOlder = (b1 - b2) / (1 - ratio);
        double rhoNewest = b1 - rhoOlder;
        double older = -alpha * growth * rhoOlder / ratio;
        double newest = -alpha * growth * rhoNewest;
        return new Corrector(x, -alpha * growth - older - newest, older, newest);
    }
}
