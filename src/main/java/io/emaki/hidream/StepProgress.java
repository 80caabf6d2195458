package io.emaki.hidream;

import java.awt.image.BufferedImage;
import java.util.function.Supplier;

/**
 * How far a generation has come.
 *
 * @param step steps done, from 1
 * @param steps steps in all
 * @param secondsPerStep mean over the steps done
 * @param preview the model's present guess of the clean picture at full size; decoded when asked for, valid only during
 *     the callback
 */
public record StepProgress(int step, int steps, double secondsPerStep, Supplier<BufferedImage> preview) {}
