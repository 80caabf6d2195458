package io.emaki.world;

/** Lays the foreground over the backdrop. */
final class Compositor {

    private Compositor() {}

    /**
     * The light comes from the upper right, where sun and moon stand: it edges the foreground there.
     *
     * @param back opaque pixels
     * @param front premultiplied pixels
     * @param strength of the edge of light, 0 to 1
     */
    static int[] flatten(int[] back, int[] front, int size, int rim, double strength) {
        int reach = Math.max(1, Math.round(size / 150f));
        int[] flat = new int[back.length];
        for (int y = 0, i = 0; y < size; y++) {
            for (int x = 0; x < size; x++, i++) {
                int f = front[i];
                int alpha = f >>> 24;
                if (alpha == 0) {
                    flat[i] = back[i];
                    continue;
                }
                int rest = 255 - alpha;
                int red = ((f >> 16) & 255) + ((back[i] >> 16) & 255) * rest / 255;
                int green = ((f >> 8) & 255) + ((back[i] >> 8) & 255) * rest / 255;
                int blue = (f & 255) + (back[i] & 255) * rest / 255;
                int c = Math.min(red, 255) << 16 | Math.min(green, 255) << 8 | Math.min(blue, 255);
                int beyond = x + reach < size && y >= reach ? front[i - reach * size + reach] >>> 24 : 255;
                // A cast shadow is thin paint and takes no light.
                flat[i] = alpha > 128 && beyond < alpha ? Rgb.mix(c, rim, strength * (alpha - beyond) / 255) : c;
            }
        }
        return flat;
    }
}
