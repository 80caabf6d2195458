package io.emaki.hidream.pixels;

import java.util.function.DoubleUnaryOperator;

/**
 * Pillow's antialiased resampling for 8-bit pictures, to the bit: separable, horizontal pass first, coefficients in
 * fixed point with 22 bits, each pass rounded to bytes ({@code Resample.c}, {@code ImagingResample}).
 */
public final class PillowResize {

    private static final int PRECISION = 32 - 8 - 2;

    /** A filter and its support in source pixels at scale 1. */
    public enum Filter {
        BOX(0.5, x -> x > -0.5 && x <= 0.5 ? 1 : 0),
        BICUBIC(2, PillowResize::bicubic),
        LANCZOS(3, PillowResize::lanczos);

        private final double support;
        private final DoubleUnaryOperator kernel;

        Filter(double support, DoubleUnaryOperator kernel) {
            this.support = support;
            this.kernel = kernel;
        }
    }

    private PillowResize() {}

    /** @param width and height of the result, at least 1 */
    public static RgbImage resize(RgbImage image, int width, int height, Filter filter) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("cannot resize to " + width + "x" + height);
        }
        RgbImage result = image;
        if (width != image.width()) {
            result = horizontal(result, width, filter);
        }
        if (height != image.height()) {
            result = vertical(result, height, filter);
        }
        return result;
    }

    /** The filter as a dense matrix [to][from], for resampling on a device; rows sum to 1. */
    public static float[][] matrix(int from, int to, Filter filter) {
        Taps taps = Taps.of(from, to, filter);
        float[][] matrix = new float[to][from];
        for (int i = 0; i < to; i++) {
            for (int j = 0; j < taps.weights[i].length; j++) {
                matrix[i][taps.start[i] + j] = taps.weights[i][j] / (float) (1 << PRECISION);
            }
        }
        return matrix;
    }

    /** The source pixels that make one target pixel, and their weights. */
    private record Taps(int[] start, int[][] weights) {

        static Taps of(int from, int to, Filter filter) {
            double scale = (double) from / to;
            double filterScale = Math.max(scale, 1);
            double support = filter.support * filterScale;
            int[] start = new int[to];
            int[][] weights = new int[to][];
            for (int i = 0; i < to; i++) {
                double center = (i + 0.5) * scale;
                int first = Math.max((int) (center - support + 0.5), 0);
                int count = Math.min((int) (center + support + 0.5), from) - first;
                double[] raw = new double[count];
                double sum = 0;
                for (int j = 0; j < count; j++) {
                    raw[j] = filter.kernel.applyAsDouble((j + first - center + 0.5) * (1 / filterScale));
                    sum += raw[j];
                }
                start[i] = first;
                weights[i] = fixedPoint(raw, sum);
            }
            return new Taps(start, weights);
        }

        private static int[] fixedPoint(double[] raw, double sum) {
            int[] fixed = new int[raw.length];
            for (int j = 0; j < raw.length; j++) {
                double weight = sum == 0 ? raw[j] : raw[j] / sum;
                fixed[j] = (int) (weight * (1 << PRECISION) + (weight < 0 ? -0.5 : 0.5));
            }
            return fixed;
        }
    }

    private static RgbImage horizontal(RgbImage image, int width, Filter filter) {
        Taps taps = Taps.of(image.width(), width, filter);
        byte[] source = image.rgb();
        byte[] target = new byte[width * image.height() * 3];
        for (int y = 0; y < image.height(); y++) {
            int row = y * image.width() * 3;
            for (int x = 0; x < width; x++) {
                sum(source, row + taps.start[x] * 3, 3, taps.weights[x], target, (y * width + x) * 3);
            }
        }
        return new RgbImage(width, image.height(), target);
    }

    private static RgbImage vertical(RgbImage image, int height, Filter filter) {
        Taps taps = Taps.of(image.height(), height, filter);
        byte[] source = image.rgb();
        int stride = image.width() * 3;
        byte[] target = new byte[stride * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < image.width(); x++) {
                sum(source, taps.start[y] * stride + x * 3, stride, taps.weights[y], target, y * stride + x * 3);
            }
        }
        return new RgbImage(image.width(), height, target);
    }

    private static void sum(byte[] source, int at, int step, int[] weights, byte[] target, int to) {
        int red = 1 << (PRECISION - 1);
        int green = red;
        int blue = red;
        int from = at;
        for (int weight : weights) {
            red += (source[from] & 0xff) * weight;
            green += (source[from + 1] & 0xff) * weight;
            blue += (source[from + 2] & 0xff) * weight;
            from += step;
        }
        target[to] = clip(red);
        target[to + 1] = clip(green);
        target[to + 2] = clip(blue);
    }

    private static byte clip(int value) {
        return (byte) Math.clamp(value >> PRECISION, 0, 255);
    }

    /** Keys' cubic with a = -0.5. */
    private static double bicubic(double x) {
        double a = -0.5;
        double d = Math.abs(x);
        if (d < 1) {
            return ((a + 2) * d - (a + 3)) * d * d + 1;
        }
        return d < 2 ? (((d - 5) * d + 8) * d - 4) * a : 0;
    }

    private static double lanczos(double x) {
        return -3 <= x && x < 3 ? sinc(x) * sinc(x / 3) : 0;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }
}
