package io.emaki.evaluation;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * A finished picture that is not yet graded.
 *
 * @param reference what was edited first; null for a caption
 * @param seconds that all texts of the task took
 */
record Painted(@Nullable BufferedImage reference, BufferedImage picture, double seconds) {}
