package io.emaki.hidream.train;

import java.util.Arrays;

/** The float8_e4m3fn format: 4 exponent bits with bias 7, 3 mantissa bits, no infinities, largest value 448. */
final class Float8 {

    private static final float LARGEST = 448;
    /** Every non-negative finite value by its code, ascending. */
    private static final float[] VALUES = values();

    private Float8() {}

    /**
     * Rows scaled so that the largest value of each is representable.
     *
     * @param scales one for each row: value = float8 * scale
     */
    record Quantised(byte[] values, float[] scales) {}

    private static float[] values() {
        float[] values = new float[127];
        for (int code = 0; code < values.length; code++) {
            int exponent = code >> 3;
            int mantissa = code & 7;
            values[code] = exponent == 0
                    ? mantissa / 8f * (float) Math.pow(2, -6)
                    : (1 + mantissa / 8f) * (float) Math.pow(2, exponent - 7);
        }
        return values;
    }

    static float toFloat(byte code) {
        int magnitude = code & 0x7f;
        float value = magnitude == 0x7f ? Float.NaN : VALUES[magnitude];
        return code < 0 ? -value : value;
    }

    /** Nearest representable value, ties to the even code; beyond 448 the largest. */
    static byte fromFloat(float value) {
        float magnitude = Math.min(Math.abs(value), LARGEST);
        int found = Arrays.binarySearch(VALUES, magnitude);
        int code = found;
        if (found < 0) {
            int above = -found - 1;
            float low = magnitude - VALUES[above - 1];
            float high = VALUES[above] - magnitude;
            code = low < high || low == high && (above - 1) % 2 == 0 ? above - 1 : above;
        }
        return (byte) (value < 0 ? code | 0x80 : code);
    }

    static Quantised quantise(float[] values, int rows) {
        int columns = values.length / rows;
        byte[] codes = new byte[values.length];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            float largest = 0;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                largest = Math.max(largest, Math.abs(values[i]));
            }
            scales[row] = largest == 0 ? 1 : largest / LARGEST;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                codes[i] = fromFloat(values[i] / scales[row]);
            }
        }
        return new Quantised(codes, scales);
    }
}
