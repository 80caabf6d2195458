package io.emaki.hidream.train;

import java.awt.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * One pair or triple, its pictures by slot in the pool.
 *
 * @param text caption, or edit instruction where there is a reference
 * @param target slot of the picture to learn
 * @param reference slot of the picture to edit, or -1 for text-to-image
 * @param focus box of the target that counts more, as x, y, width and height in pixels; null for none
 * @param stamp lets the source tell whether a later step may still use it
 */
public record TrainingSample(
        String text, int target, int reference, @Nullable Rectangle focus, long stamp) {

    public boolean isEdit() {
        return reference >= 0;
    }
}
