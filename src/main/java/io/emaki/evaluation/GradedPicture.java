package io.emaki.evaluation;

import io.emaki.world.Grade;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * One picture of an evaluation.
 *
 * @param reference what was edited first; null for a caption
 * @param truth our own drawing of what was asked for, in the style that the picture was read in
 * @param inStyle whether the picture is nearer to a drawing of what it shows in a wanted style than to one in the plain style;
 *     null where only plain is wanted, and of all but single edits
 * @param seconds that painting took, of a chain all three edits
 */
record GradedPicture(
        Task task,
        @Nullable BufferedImage reference,
        BufferedImage picture,
        BufferedImage truth,
        Grade grade,
        @Nullable Boolean inStyle,
        double seconds) {}
