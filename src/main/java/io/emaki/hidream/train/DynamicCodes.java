package io.emaki.hidream.train;

import java.util.Arrays;

/**
 * The 256 values of dynamic tree quantisation (Dettmers et al. 2021, section 2): after the sign, leading zeros count a
 * power of ten, the bits after the first one divide the range from 0.1 to 1 evenly. Small numbers keep their size, large
 * ones their precision.
 */
final class DynamicCodes {

    private static final int DECADES = 7;

    private DynamicCodes() {}

    /** From -1 to 1, ascending. */
    static float[] signed() {
        float[] half = positive(0);
        float[] all = new float[256];
        for (int i = 0; i < half.length; i++) {
            all[2 * i] = half[i];
            all[2 * i + 1] = -half[i];
        }
        all[255] = 1;
        Arrays.sort(all);
        return all;
    }

    /** From 0 to 1, ascending. */
    static float[] unsigned() {
        float[] all = Arrays.copyOf(positive(1), 256);
        all[255] = 1;
        Arrays.sort(all);
        return all;
    }

    /** Index of 0 in {@link #signed()}. */
    static byte zeroOfSigned() {
        return (byte) Arrays.binarySearch(signed(), 0f);
    }

    /**
     * The middles of the intervals of all decades, the smallest divided into 2^extra and each larger one into twice as
     * many.
     */
    private static float[] positive(int extra) {
        float[] values = new float[((1 << DECADES) - 1) << extra];
        int at = 0;
        for (int i = 0; i < DECADES; i++) {
            int intervals = 1 << (i + extra);
            double decade = Math.pow(10, i - (DECADES - 1));
            for (int j = 0; j < intervals; j++) {
                values[at++] = (float) (decade * (0.1 + 0.9 * (j + 0.5) / intervals));
            }
        }
        return values;
    }
}
