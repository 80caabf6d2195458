package io.emaki.world;

import java.util.OptionalDouble;

/** Measures what an edit should have left alone. */
final class Untouched {

    private static final int SAME = 8;
    private static final double MARGIN = 3.0 / 256;
    private static final double SMALLEST_REST = 0.02;

    private Untouched() {}

    /**
     * Outside the region in which {@code wanted} and {@code before} differ, widened by a margin, the share (0 to 1) of the
     * pixels within the tolerance of {@code wanted}; empty when next to nothing lies outside.
     */
    static OptionalDouble share(int[] pixels, int[] wanted, int[] before, int size, int tolerance) {
        boolean[] touched = new boolean[pixels.length];
        for (int i = 0; i < touched.length; i++) {
            touched[i] = difference(wanted[i], before[i]) > SAME;
        }
        int margin = Math.max(1, (int) Math.round(MARGIN * size));
        touched = widen(widen(touched, size, margin, 1, size), size, margin, size, 1);
        int rest = 0;
        int kept = 0;
        for (int i = 0; i < touched.length; i++) {
            if (!touched[i]) {
                rest++;
                kept += difference(pixels[i], wanted[i]) <= tolerance ? 1 : 0;
            }
        }
        return rest < SMALLEST_REST * pixels.length ? OptionalDouble.empty() : OptionalDouble.of((double) kept / rest);
    }

    private static boolean[] widen(boolean[] in, int size, int margin, int step, int stride) {
        boolean[] out = new boolean[in.length];
        for (int line = 0; line < size; line++) {
            int last = -2 * size;
            int[] before = new int[size];
            for (int p = 0; p < size; p++) {
                last = in[line * stride + p * step] ? p : last;
                before[p] = last;
            }
            int next = 3 * size;
            for (int p = size - 1; p >= 0; p--) {
                next = in[line * stride + p * step] ? p : next;
                out[line * stride + p * step] = p - before[p] <= margin || next - p <= margin;
            }
        }
        return out;
    }

    private static int difference(int a, int b) {
        int red = Math.abs(((a >> 16) & 255) - ((b >> 16) & 255));
        int green = Math.abs(((a >> 8) & 255) - ((b >> 8) & 255));
        int blue = Math.abs((a & 255) - (b & 255));
        return Math.max(red, Math.max(green, blue));
    }
}
