package io.emaki.hidream.schedule;

import io.emaki.hidream.schedule.Update.Predictor;

/**
 * Flow-match Euler, deterministic or with the clean prediction renoised in each step (flash). With 28 steps and no
 * shift the official dev recipe's fixed times are taken.
 */
final class EulerTable implements Scheduler {

    private static final int[] DEV_TIMES = {
        999, 987, 974, 960, 945, 929, 913, 895, 877, 857, 836, 814, 790, 764, 737, 707, 675, 640, 602, 560, 515, 464,
        409, 347, 278, 199, 110, 8
    };

    private final float[] sigmas;
    private final double[] times;
    private final boolean flash;

    private EulerTable(float[] sigmas, double[] times, boolean flash) {
        this.sigmas = sigmas;
        this.times = times;
        this.flash = flash;
    }

    static EulerTable of(int steps, double shift, boolean flash) {
        float[] sigmas = new float[steps + 1];
        double[] times = new double[steps];
        boolean dev = steps == DEV_TIMES.length && shift == 1;
        double lowest = shifted(1.0 / 1000, shift);
        for (int i = 0; i < steps; i++) {
            double linear = steps == 1 ? 1 : 1 + i * ((lowest - 1) / (steps - 1));
            sigmas[i] = dev ? DEV_TIMES[i] / 1000f : (float) shifted(linear, shift);
            times[i] = dev ? DEV_TIMES[i] : sigmas[i] * 1000.0;
        }
        return new EulerTable(sigmas, times, flash);
    }

    private static double shifted(double sigma, double shift) {
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

    /** m = z - sigma * output, hence output = (z - m) / sigma. */
    @Override
    public Update update(int step) {
        double next = sigmas[step + 1];
        if (flash) {
            return new Update(null, new Predictor(0, 1 - next, 0), next);
        }
        double move = (next - sigmas[step]) / sigmas[step];
        return new Update(null, new Predictor(1 + move, -move, 0), 0);
    }
}
