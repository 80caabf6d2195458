package io.emaki.illustration;

import org.jspecify.annotations.Nullable;

/**
 * What would be done to show an appearance.
 *
 * @param edit whether a picture would be drawn
 * @param because why, or why not
 * @param instruction what the image model would be told; null when nothing would be drawn
 */
public record EditPreview(
        boolean edit, String because, @Nullable String instruction) {}
