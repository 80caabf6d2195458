package io.emaki.imaging;

import java.awt.image.BufferedImage;
import java.util.function.Supplier;

/**
 * How far a picture has come.
 *
 * @param step steps done, from 1
 * @param secondsPerStep mean over the steps done
 * @param preview the model's present guess of the finished picture, not marked; can be asked for during the call only
 */
public record RenderProgress(int step, int steps, double secondsPerStep, Supplier<BufferedImage> preview) {}
