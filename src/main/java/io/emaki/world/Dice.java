package io.emaki.world;

import java.util.List;

/** Random numbers that are the same on every machine: SplitMix64 (Steele, Lea, Flood 2014). */
final class Dice {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** A stream for one index of one seed; streams of neighbouring indices are unrelated. */
    static Dice of(long seed, long index) {
        return new Dice(mix(mix(seed + GAMMA) + index * GAMMA));
    }

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    /** 0 to bound - 1. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next() >>> 1, bound);
    }

    /** 0 (included) to 1 (excluded). */
    double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    <T> T pick(T[] values) {
        return values[below(values.length)];
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** A value other than {@code present}. */
    <T extends Enum<T>> T other(T[] values, T present) {
        T value = pick(values);
        while (value.equals(present)) {
            value = pick(values);
        }
        return value;
    }

    <T> void shuffle(List<T> values) {
        for (int i = values.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T kept = values.get(i);
            values.set(i, values.get(j));
            values.set(j, kept);
        }
    }
}
