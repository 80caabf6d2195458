package io.emaki.world;

/** How far apart two pictures are. */
final class Distance {

    private static final int BLOCK = 4;

    private Distance() {}

    /**
     * Sum of the absolute channel differences of the pixels, plus that of the means of blocks of {@value #BLOCK} x
     * {@value #BLOCK} pixels, weighted by the block's area. Squares would let the few pixels at an outline, where a soft
     * picture differs most, outvote the many that a colour fills; the means see through softness and noise.
     */
    static long between(int[] a, int[] b) {
        int size = (int) Math.round(Math.sqrt(a.length));
        int blocks = (size + BLOCK - 1) / BLOCK;
        int[] red = new int[blocks];
        int[] green = new int[blocks];
        int[] blue = new int[blocks];
        long sum = 0;
        for (int y = 0, i = 0; y < size; y++) {
            for (int x = 0; x < size; x++, i++) {
                int r = ((a[i] >> 16) & 255) - ((b[i] >> 16) & 255);
                int g = ((a[i] >> 8) & 255) - ((b[i] >> 8) & 255);
                int v = (a[i] & 255) - (b[i] & 255);
                sum += Math.abs(r) + Math.abs(g) + Math.abs(v);
                red[x / BLOCK] += r;
                green[x / BLOCK] += g;
                blue[x / BLOCK] += v;
            }
            if (y % BLOCK == BLOCK - 1 || y == size - 1) {
                sum += drain(red) + drain(green) + drain(blue);
            }
        }
        return sum;
    }

    private static long drain(int[] sums) {
        long total = 0;
        for (int i = 0; i < sums.length; i++) {
            total += Math.abs(sums[i]);
            sums[i] = 0;
        }
        return total;
    }

    /** Mean absolute channel difference, 0 to 255. */
    static double mean(int[] a, int[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(((a[i] >> 16) & 255) - ((b[i] >> 16) & 255))
                    + Math.abs(((a[i] >> 8) & 255) - ((b[i] >> 8) & 255))
                    + Math.abs((a[i] & 255) - (b[i] & 255));
        }
        return sum / (3.0 * a.length);
    }
}
