package io.emaki.world;

/** Turns the plain drawing, with its foreground also given apart, into one of the other styles. */
final class StyleFilter {

    private static final int PAPER = 0xF7F0E0;

    private StyleFilter() {}

    /**
     * @param flat pixels of the plain drawing
     * @param over premultiplied pixels of the foreground alone
     * @param out takes the styled pixels
     */
    static void apply(RenderStyle style, int[] flat, int[] over, int[] out, int size) {
        switch (style) {
            case PLAIN -> System.arraycopy(flat, 0, out, 0, flat.length);
            case INK -> ink(flat, over, out, size);
            case GOLDEN_HOUR -> goldenHour(flat, over, out, size);
            case NEON -> neon(flat, over, out, size);
            case PASTEL -> pastel(flat, over, out, size);
            case FILM -> film(flat, out, size);
        }
    }

    /** Dark lines where the drawing has edges, over a thin watercolour wash on paper. */
    private static void ink(int[] flat, int[] over, int[] out, int size) {
        float[] edge = edges(flat, size);
        for (int i = 0; i < out.length; i++) {
            int c = flat[i];
            double lum = luminance(c);
            double wash = 0.42 + 0.58 * StrictMath.sqrt(lum / 255);
            boolean near = over[i] >>> 24 > 127;
            int grey = Rgb.scale(PAPER, wash, wash, wash);
            int tint = Rgb.mix(c, PAPER, 0.14);
            int washed = Rgb.mix(grey, tint, near ? 0.74 : 0.42);
            double line = Math.min(1, Math.max(0, edge[i] - 30) / 420.0);
            double dark = Math.max(0, 1 - lum / 70) * (near ? 0.8 : 0.3);
            out[i] = Rgb.mix(washed, 0x1B1820, Math.min(1, line + dark * 0.9));
        }
    }

    /** Low sun from the upper right: warm colours, haze towards the light, a rim of light on what stands in front. */
    private static void goldenHour(int[] flat, int[] over, int[] out, int size) {
        int reach = Math.max(1, Math.round(size / 96f));
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int i = y * size + x;
                double dx = (size * 0.92 - x) / size;
                double dy = (y - size * 0.10) / size;
                double glow = 1 / (1 + 3.2 * (dx * dx + dy * dy));
                int warm = Rgb.mix(Rgb.scale(flat[i], 1.08, 0.86, 0.60), 0xC8642C, 0.10);
                int hazy = Rgb.mix(warm, 0xFFC46A, (over[i] >>> 24 > 127 ? 0.22 : 0.48) * glow);
                int beyond = x + reach < size && y - reach >= 0 ? over[i - reach * size + reach] >>> 24 : 255;
                int alpha = over[i] >>> 24;
                double rim = alpha > 128 ? Math.max(0, alpha - beyond) / 255.0 : 0;
                out[i] = Rgb.mix(hazy, 0xFFEFB0, rim * 0.9);
            }
        }
    }

    /** A dark picture whose edges shine in the saturated colour of what they bound. */
    private static void neon(int[] flat, int[] over, int[] out, int size) {
        float[] edge = edges(flat, size);
        float[][] light = new float[3][flat.length];
        for (int i = 0; i < flat.length; i++) {
            boolean near = over[i] >>> 24 > 127;
            int glow = near ? shining(flat[i]) : Rgb.mix(0x28C8FF, 0xFF3CC8, (i / size) / (double) size);
            float strength = Math.min(1, edge[i] / 340f) * (near ? 0.9f : 0.45f);
            for (int k = 0; k < 3; k++) {
                light[k][i] = strength * ((glow >> (16 - 8 * k)) & 255);
            }
        }
        int radius = Math.max(1, Math.round(size / 80f));
        float[][] bloom = new float[3][];
        for (int k = 0; k < 3; k++) {
            bloom[k] = blur(blur(light[k], size, radius), size, radius);
        }
        for (int i = 0; i < out.length; i++) {
            boolean near = over[i] >>> 24 > 127;
            int base = near ? Rgb.scale(flat[i], 0.46, 0.40, 0.56) : Rgb.scale(flat[i], 0.22, 0.18, 0.40);
            int c = 0;
            for (int k = 0; k < 3; k++) {
                int shift = 16 - 8 * k;
                double v = ((base >> shift) & 255) + light[k][i] * 0.8 + bloom[k][i] * 0.6;
                c |= Rgb.clamp((int) (v + 0.5)) << shift;
            }
            out[i] = c;
        }
    }

    /** Chalky light colours that bleed a little into one another, the background more than the figure. */
    private static void pastel(int[] flat, int[] over, int[] out, int size) {
        float[][] soft = new float[3][flat.length];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < flat.length; i++) {
                soft[k][i] = (flat[i] >> (16 - 8 * k)) & 255;
            }
            soft[k] = blur(soft[k], size, Math.max(1, Math.round(size / 64f)));
        }
        for (int i = 0; i < out.length; i++) {
            boolean near = over[i] >>> 24 > 127;
            int bled = Math.round(soft[0][i]) << 16 | Math.round(soft[1][i]) << 8 | Math.round(soft[2][i]);
            int c = Rgb.mix(flat[i], bled, near ? 0.15 : 0.55);
            out[i] = Rgb.mix(c, near ? 0xFFF4F0 : 0xF4ECFF, near ? 0.30 : 0.46);
        }
    }

    /** An old colour print: shadows lifted towards teal, lights towards cream, corners darker. */
    private static void film(int[] flat, int[] out, int size) {
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int i = y * size + x;
                double dx = 2.0 * x / size - 1;
                double dy = 2.0 * y / size - 1;
                double corner = 1 - 0.22 * Math.min(1.6, dx * dx + dy * dy);
                double lum = luminance(flat[i]) / 255;
                int toned = Rgb.mix(flat[i], Rgb.mix(0x1E5A66, 0xF6E2B8, lum), 0.30);
                out[i] = Rgb.scale(toned, corner, corner, corner);
            }
        }
    }

    /** The colour at full brightness and raised saturation. */
    private static int shining(int c) {
        int red = (c >> 16) & 255;
        int green = (c >> 8) & 255;
        int blue = c & 255;
        int low = Math.min(red, Math.min(green, blue)) * 7 / 10;
        int high = Math.max(1, Math.max(red, Math.max(green, blue)) - low);
        return Rgb.scale(
                (red - low) << 16 | (green - low) << 8 | (blue - low), 255.0 / high, 255.0 / high, 255.0 / high);
    }

    /** Magnitude of the Sobel gradient of the luminance, over a step that grows with the size. */
    private static float[] edges(int[] flat, int size) {
        int d = Math.max(1, Math.round(size / 256f));
        float[] lum = new float[flat.length];
        for (int i = 0; i < lum.length; i++) {
            lum[i] = (float) luminance(flat[i]);
        }
        float[] edge = new float[flat.length];
        for (int y = d; y < size - d; y++) {
            for (int x = d; x < size - d; x++) {
                int i = y * size + x;
                int up = i - d * size;
                int down = i + d * size;
                float gx = lum[up + d] + 2 * lum[i + d] + lum[down + d] - lum[up - d] - 2 * lum[i - d] - lum[down - d];
                float gy = lum[down - d] + 2 * lum[down] + lum[down + d] - lum[up - d] - 2 * lum[up] - lum[up + d];
                edge[i] = (float) Math.sqrt(gx * gx + gy * gy);
            }
        }
        return edge;
    }

    private static double luminance(int c) {
        return 0.299 * ((c >> 16) & 255) + 0.587 * ((c >> 8) & 255) + 0.114 * (c & 255);
    }

    /** Mean over a square of 2 radius + 1 pixels, the picture's border repeated. */
    private static float[] blur(float[] in, int size, int radius) {
        return down(across(in, size, radius), size, radius);
    }

    private static float[] across(float[] in, int size, int radius) {
        float[] out = new float[in.length];
        float scale = 1f / (2 * radius + 1);
        for (int y = 0; y < size; y++) {
            int start = y * size;
            float sum = radius * in[start];
            for (int x = 0; x <= radius; x++) {
                sum += in[start + x];
            }
            for (int x = 0; x < size; x++) {
                out[start + x] = sum * scale;
                sum += in[start + Math.min(x + radius + 1, size - 1)] - in[start + Math.max(x - radius, 0)];
            }
        }
        return out;
    }

    /** As {@link #across}, all columns at once, since memory lies in rows. */
    private static float[] down(float[] in, int size, int radius) {
        float[] out = new float[in.length];
        float scale = 1f / (2 * radius + 1);
        float[] sums = new float[size];
        for (int y = -radius; y <= radius; y++) {
            int row = Math.max(y, 0) * size;
            for (int x = 0; x < size; x++) {
                sums[x] += in[row + x];
            }
        }
        for (int y = 0; y < size; y++) {
            int enters = Math.min(y + radius + 1, size - 1) * size;
            int leaves = Math.max(y - radius, 0) * size;
            for (int x = 0; x < size; x++) {
                out[y * size + x] = sums[x] * scale;
                sums[x] += in[enters + x] - in[leaves + x];
            }
        }
        return out;
    }
}
