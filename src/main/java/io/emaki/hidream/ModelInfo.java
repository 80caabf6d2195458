package io.emaki.hidream;

import java.nio.file.Path;

/**
 * What a checkpoint says of itself. Defaults come from the {@code emaki} section of {@code config.json} where there is
 * one, otherwise from the official recipe of the full model.
 *
 * @param nativeWidth pixels, multiple of 32
 * @param nativeHeight pixels, multiple of 32
 * @param defaultNoiseScale standard deviation of the starting noise, 8 for the official model
 * @param randomWeights whether the weights were never trained, so that pictures are noise
 * @param hash SHA-256 over names, dtypes, shapes and sizes of all tensors and a sample of every tensor's bytes; equal
 *     files have equal hashes, and it takes milliseconds on a 16 GB checkpoint
 */
public record ModelInfo(
        Path path,
        String name,
        int nativeWidth,
        int nativeHeight,
        int defaultSteps,
        double defaultGuidance,
        double defaultShift,
        double defaultNoiseScale,
        boolean randomWeights,
        String hash) {}
