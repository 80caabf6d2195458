package io.emaki.hidream.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which samples a step takes: all of them once in each round, in an order of its own. Everything is a function of seed
 * and step, so that a run can go on anywhere.
 */
final class Draws {

    /** @param dropped whether the caption is left out this time */
    record Draw(int sample, boolean dropped) {}

    private static final long ORDER = 1;
    private static final long DROPOUT = 2;
    private static final long NOISE = 3;

    private final int samples;
    private final long seed;
    private final double dropout;
    private long round = -1;
    private List<Integer> order = List.of();

    /** @param dropout share of captions left out */
    Draws(int samples, long seed, double dropout) {
        this.samples = samples;
        this.seed = seed;
        this.dropout = dropout;
    }

    /** @param step counted from 0 */
    List<Draw> of(long step, int count) {
        List<Draw> draws = new ArrayList<>();
        for (long at = step * count; at < (step + 1) * count; at++) {
            boolean dropped = new SplittableRandom(mix(mix(DROPOUT, seed), at)).nextDouble() < dropout;
            draws.add(new Draw(order(at / samples).get((int) (at % samples)), dropped));
        }
        return draws;
    }

    /** Seed of the times and the noise of a step's batch, not negative. */
    long noiseSeed(long step, int batch) {
        return mix(mix(mix(NOISE, seed), step), batch) & Long.MAX_VALUE;
    }

    private List<Integer> order(long wanted) {
        if (wanted != round) {
            List<Integer> shuffled =
                    new ArrayList<>(IntStream.range(0, samples).boxed().toList());
            Collections.shuffle(shuffled, new SplittableRandom(mix(mix(ORDER, seed), wanted)));
            order = shuffled;
            round = wanted;
        }
        return order;
    }

    /** Unlike for every pair of numbers; a plain sum would give neighbouring steps the same noise. */
    private static long mix(long a, long b) {
        return new SplittableRandom(new SplittableRandom(a).nextLong() + b).nextLong();
    }
}
