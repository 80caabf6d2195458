package io.emaki.evaluation;

import io.emaki.world.Grade;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * One picture of an evaluation.
 *
 * @param reference what was edited; null for a caption
 * @param truth our own drawing of what was asked for
 * @param inStyle whether the wanted style is the nearest one
 * @param seconds that painting took
 */
public record GradedPicture(
        Part part,
        Task task,
        @Nullable BufferedImage reference,
        BufferedImage picture,
        BufferedImage truth,
        Grade grade,
        boolean inStyle,
        double seconds) {

    /** Caption or last instruction. */
    public String text() {
        return task.last().text();
    }
}
