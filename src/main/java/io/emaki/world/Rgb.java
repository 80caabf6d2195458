package io.emaki.world;

import java.awt.Color;

/** Arithmetic on colours packed as 0xRRGGBB. */
final class Rgb {

    static final int WHITE = 0xFFFFFF;
    private static final int SHADE = 0x2A1D4E;

    private Rgb() {}

    /** {@code a} at t = 0, {@code b} at t = 1. */
    static int mix(int a, int b, double t) {
        return channel(a, b, t, 16) | channel(a, b, t, 8) | channel(a, b, t, 0);
    }

    private static int channel(int a, int b, double t, int shift) {
        int from = (a >> shift) & 255;
        int to = (b >> shift) & 255;
        return clamp((int) (from + (to - from) * t + 0.5)) << shift;
    }

    static int scale(int c, double red, double green, double blue) {
        return clamp((int) (((c >> 16) & 255) * red + 0.5)) << 16
                | clamp((int) (((c >> 8) & 255) * green + 0.5)) << 8
                | clamp((int) ((c & 255) * blue + 0.5));
    }

    /** Towards a cool violet, as shadows are. */
    static int dark(int c, double t) {
        return mix(c, SHADE, t);
    }

    static int light(int c, double t) {
        return mix(c, WHITE, t);
    }

    static int clamp(int v) {
        return v < 0 ? 0 : Math.min(v, 255);
    }

    /** @param alpha 0 to 1 */
    static Color color(int rgb, double alpha) {
        return new Color((rgb & 0xFFFFFF) | (int) (alpha * 255 + 0.5) << 24, true);
    }

    static Color color(int rgb) {
        return new Color(rgb);
    }
}
