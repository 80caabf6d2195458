package io.emaki.hidream.train;

import java.awt.Rectangle;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a data folder.
 *
 * @param picture the picture to learn
 * @param text its caption, or the instruction that leads to it where there is a reference
 * @param reference the picture to edit, null for a caption
 * @param focus part of the picture that counts more, in its pixels; null for none
 * @param where the file, and the line in it, that says so
 */
record Example(
        Path picture,
        String text,
        @Nullable Path reference,
        @Nullable Rectangle focus,
        String where) {

    boolean isEdit() {
        return reference != null;
    }
}
