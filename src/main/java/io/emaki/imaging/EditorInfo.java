package io.emaki.imaging;

/**
 * What a model says of itself.
 *
 * @param nativeWidth pixels of a picture whose size was not asked for
 * @param randomWeights whether it was never trained, so that its pictures are noise
 */
public record EditorInfo(
        String model, String modelHash, int nativeWidth, int nativeHeight, int defaultSteps, boolean randomWeights) {}
