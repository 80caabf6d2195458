package io.emaki.hidream.train;

import io.emaki.hidream.InvalidRequestException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an adapter is trained.
 *
 * @param rank of every factor pair, 1 to 1024
 * @param alpha the adapter's scale is alpha / rank; above 0
 * @param steps optimiser steps, at least 1
 * @param batch samples that go through the model together at most, at least 1
 * @param accumulate batches a step, at least 1
 * @param learningRate after the warm-up, above 0 and below 1
 * @param warmup steps of linear warm-up
 * @param dropout share of captions replaced by one space, for guidance; 0 to below 1
 * @param focusWeight how much more the pixels in an entry's focus box count, 1 for no more
 * @param seed of first values, order, dropout, times and noise
 * @param device {@code cpu} or {@code cuda:N}; the model computes in float32 on the one, in bfloat16 on the other
 */
public record LoraOptions(
        int rank,
        double alpha,
        int steps,
        int batch,
        int accumulate,
        double learningRate,
        int warmup,
        double dropout,
        double focusWeight,
        long seed,
        String device) {

    /** Of the logit-normal distribution of 1 - s; as for whole models. */
    static final double TIME_MEAN = -1.2;

    static final double TIME_SIGMA = 1.4;
    /** Smallest s that the velocity's error is divided by. */
    static final double SIGMA_FLOOR = 0.15;

    static final double BETA1 = 0.9;
    static final double BETA2 = 0.99;
    static final double WEIGHT_DECAY = 0.01;
    static final double CLIP = 1;
    private static final double AVERAGE_DECAY = 0.98;

    public LoraOptions {
        require(rank >= 1 && rank <= 1024, "rank", "must be from 1 to 1024, not " + rank);
        require(alpha > 0 && alpha < 1e6, "alpha", "must be above 0, not " + alpha);
        require(steps >= 1, "steps", "must be at least 1, not " + steps);
        require(batch >= 1, "batch", "must be at least 1, not " + batch);
        require(accumulate >= 1, "accumulate", "must be at least 1, not " + accumulate);
        require(learningRate > 0 && learningRate < 1, "lr", "must be above 0 and below 1, not " + learningRate);
        require(warmup >= 0, "warmup", "must not be negative");
        require(dropout >= 0 && dropout < 1, "dropout", "must be from 0 to below 1, not " + dropout);
        require(focusWeight >= 1, "focus-weight", "must be at least 1, not " + focusWeight);
        require(device.matches("cpu|cuda:\\d{1,2}"), "device", "must be cpu or cuda:N, not '" + device + "'");
    }

    private static void require(boolean allowed, String field, String message) {
        if (!allowed) {
            throw new InvalidRequestException(field, message);
        }
    }

    double scale() {
        return alpha / rank;
    }

    /**
     * Decay of the moving average after a step, counted from 0. With it the rate need not fall towards the end, and so
     * does not depend on how many steps a run will have.
     */
    static double averageDecay(long step) {
        return Math.min(AVERAGE_DECAY, (1.0 + step) / (10.0 + step));
    }

    /** Learning rate of a step, counted from 0. */
    double rate(long step) {
        return learningRate * Math.min(1, (step + 1.0) / Math.max(1, warmup));
    }

    /** What must not differ where a run goes on, by option. Steps may: a run can be made longer. */
    Map<String, String> fixed() {
        Map<String, String> fixed = new LinkedHashMap<>();
        fixed.put("rank", String.valueOf(rank));
        fixed.put("alpha", String.valueOf(alpha));
        fixed.put("batch", String.valueOf(batch));
        fixed.put("accumulate", String.valueOf(accumulate));
        fixed.put("lr", String.valueOf(learningRate));
        fixed.put("warmup", String.valueOf(warmup));
        fixed.put("dropout", String.valueOf(dropout));
        fixed.put("focus-weight", String.valueOf(focusWeight));
        fixed.put("seed", String.valueOf(seed));
        return fixed;
    }
}
