package io.emaki.hidream.train;

import io.emaki.hidream.sequence.Grid;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A size that pictures are brought to for training, both sides multiples of 32 pixels. */
record Bucket(int width, int height) {

    private static final int PATCH = 32;
    private static final int SHORTEST = 64;
    /** Longer side to shorter side: the usual formats of photographs and screens. */
    private static final List<Double> ASPECTS = List.of(1.0, 5 / 4.0, 4 / 3.0, 3 / 2.0, 16 / 9.0, 2.0);

    Grid grid() {
        return Grid.ofPixels(width, height);
    }

    /** The native size and the usual formats, upright and lying, none with a larger area than the native size. */
    static List<Bucket> around(int nativeWidth, int nativeHeight) {
        Set<Bucket> buckets = new LinkedHashSet<>();
        buckets.add(new Bucket(toPatches(nativeWidth), toPatches(nativeHeight)));
        long area = (long) nativeWidth * nativeHeight;
        for (double aspect : ASPECTS) {
            int longer = Math.max(SHORTEST, (int) Math.rint(Math.sqrt(area * aspect) / PATCH) * PATCH);
            int shorter = Math.max(SHORTEST, toPatches(Math.toIntExact(area / longer)));
            if ((long) longer * shorter <= area) {
                buckets.add(new Bucket(longer, shorter));
                buckets.add(new Bucket(shorter, longer));
            }
        }
        return List.copyOf(buckets);
    }

    private static int toPatches(int pixels) {
        return Math.max(SHORTEST, pixels / PATCH * PATCH);
    }

    /** The bucket whose aspect is nearest, as a ratio; the first of equals. */
    static Bucket nearest(List<Bucket> buckets, int width, int height) {
        double aspect = Math.log((double) width / height);
        return buckets.stream()
                .min(Comparator.comparingDouble(bucket -> Math.abs(bucket.aspect() - aspect)))
                .orElseThrow();
    }

    private double aspect() {
        return Math.log((double) width / height);
    }
}
