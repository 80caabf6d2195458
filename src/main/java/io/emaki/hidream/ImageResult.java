package io.emaki.hidream;

import java.awt.image.BufferedImage;

/**
 * A finished picture and the parameters that made it.
 *
 * @param secondsPerStep mean wall time of a step, guidance included
 * @param seconds wall time of the whole call, preparation included
 * @param modelHash SHA-256 that identifies the checkpoint, see {@link ModelInfo#hash()}
 * @param promptTokens tokens of the conditional AR part: text and reference views
 * @param imageTokens 32x32 patches of the target
 * @param referenceTokens those of promptTokens that are views of references
 */
public record ImageResult(
        BufferedImage image,
        int width,
        int height,
        int steps,
        double guidanceScale,
        double shift,
        long seed,
        SchedulerKind scheduler,
        double noiseScale,
        double secondsPerStep,
        double seconds,
        String modelHash,
        int promptTokens,
        int imageTokens,
        int referenceTokens) {}
