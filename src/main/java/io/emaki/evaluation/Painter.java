package io.emaki.evaluation;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** The model under test. */
@FunctionalInterface
public interface Painter {

    /**
     * @param text caption, or instruction where there is a reference
     * @param reference the picture to edit; null for text-to-image
     * @param seed of the noise, from 0 to 2^62
     * @return a square picture; null when stopped before it was finished
     */
    @Nullable
    BufferedImage paint(String text, @Nullable BufferedImage reference, long seed);
}
