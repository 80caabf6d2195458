package io.emaki.hidream.train;

import io.emaki.hidream.InvalidRequestException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a full training runs.
 *
 * @param steps optimiser steps
 * @param maxMinutes wall time after which the run ends, 0 for no limit; the learning rate then follows whichever of
 *     steps and time is further
 * @param editBatch edit triples a step, 0 for none
 * @param captionBatch text-to-image pairs a step that has them, 0 for none
 * @param captionEvery steps from one with captions to the next, at least 1
 * @param accumulate batches of each kind a step, whose gradients are summed before the step is taken, at least 1
 * @param recompute whether decoder layers are run again for their gradients, so that memory is that of one layer
 * @param learningRate peak of the cosine
 * @param warmup steps of linear warm-up
 * @param dropout share of texts replaced by one space, for guidance
 * @param timeMean of the logit-normal distribution of 1 - s
 * @param timeSigma of the same
 * @param sigmaFloor smallest s that the velocity's error is divided by
 * @param focusWeight how much more the pixels in a sample's focus box count, 1 for no more
 * @param assemblers threads that draw and tokenise; another number gives another run
 */
public record TrainingOptions(
        long steps,
        double maxMinutes,
        int editBatch,
        int captionBatch,
        int captionEvery,
        int accumulate,
        boolean recompute,
        Optimizer optimizer,
        double learningRate,
        int warmup,
        double weightDecay,
        double beta2,
        double clip,
        double emaDecay,
        double dropout,
        double timeMean,
        double timeSigma,
        double sigmaFloor,
        double focusWeight,
        long seed,
        boolean bfloat16,
        String device,
        int assemblers) {

    public TrainingOptions {
        if (steps < 1) {
            throw new InvalidRequestException("steps", "must be at least 1, not " + steps);
        }
        if (editBatch < 0 || captionBatch < 0 || editBatch + captionBatch == 0) {
            throw new InvalidRequestException("batch", "edit and caption batch must not be negative nor both 0");
        }
        if (captionEvery < 1) {
            throw new InvalidRequestException("captionEvery", "must be at least 1, not " + captionEvery);
        }
        if (accumulate < 1) {
            throw new InvalidRequestException("accumulate", "must be at least 1, not " + accumulate);
        }
        if (assemblers < 1) {
            throw new InvalidRequestException("assemblers", "must be at least 1, not " + assemblers);
        }
        if (!(learningRate > 0 && learningRate < 1)) {
            throw new InvalidRequestException("lr", "must be above 0 and below 1, not " + learningRate);
        }
        if (!(focusWeight >= 1)) {
            throw new InvalidRequestException("focusWeight", "must be at least 1, not " + focusWeight);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new InvalidRequestException("dropout", "must be from 0 to below 1, not " + dropout);
        }
    }

    /** Linear warm-up, then half a cosine down to a hundredth. */
    double rate(long step, double minutes) {
        double byTime = maxMinutes > 0 ? minutes / maxMinutes : 0;
        double progress = Math.max((double) step / steps, byTime);
        double cosine = 0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
        return learningRate * Math.min(1, (step + 1.0) / Math.max(1, warmup)) * cosine;
    }

    /** Decay of the moving average after so many steps: short at first, so that it does not hang on to the start. */
    double averageDecay(long step) {
        return Math.min(emaDecay, (1.0 + step) / (10.0 + step));
    }

    /** What must not differ where a run goes on, by option; the number of threads that render may. */
    Map<String, String> fixed() {
        Map<String, String> fixed = new LinkedHashMap<>();
        fixed.put("steps", String.valueOf(steps));
        fixed.put("edit-batch", String.valueOf(editBatch));
        fixed.put("caption-batch", String.valueOf(captionBatch));
        fixed.put("caption-every", String.valueOf(captionEvery));
        fixed.put("accumulate", String.valueOf(accumulate));
        fixed.put("optimizer", optimizer.name().toLowerCase(Locale.ROOT));
        fixed.put("lr", String.valueOf(learningRate));
        fixed.put("warmup", String.valueOf(warmup));
        fixed.put("weight-decay", String.valueOf(weightDecay));
        fixed.put("ema", String.valueOf(emaDecay));
        fixed.put("dropout", String.valueOf(dropout));
        fixed.put("time-mean", String.valueOf(timeMean));
        fixed.put("time-sigma", String.valueOf(timeSigma));
        fixed.put("sigma-floor", String.valueOf(sigmaFloor));
        fixed.put("focus-weight", String.valueOf(focusWeight));
        fixed.put("seed", String.valueOf(seed));
        return fixed;
    }
}
