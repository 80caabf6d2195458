package io.emaki.hidream.train;

import io.emaki.hidream.InvalidRequestException;

/**
 * How a full training runs.
 *
 * @param steps optimiser steps
 * @param maxMinutes wall time after which the run ends, 0 for no limit; the learning rate then follows whichever of
 *     steps and time is further
 * @param editBatch edit triples a step, 0 for none
 * @param captionBatch text-to-image pairs a step that has them, 0 for none
 * @param captionEvery steps from one with captions to the next, at least 1
 * @param learningRate peak of the cosine
 * @param warmup steps of linear warm-up
 * @param dropout share of texts replaced by one space, for guidance
 * @param timeMean of the logit-normal distribution of 1 - s
 * @param timeSigma of the same
 * @param sigmaFloor smallest s that the velocity's error is divided by
 * @param focusWeight how much more the pixels in a sample's focus box count, 1 for no more
 * @param assemblers threads that draw and tokenise; with more than one, runs are not repeatable to the bit
 */
public record TrainingOptions(
        long steps,
        double maxMinutes,
        int editBatch,
        int captionBatch,
        int captionEvery,
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
}
