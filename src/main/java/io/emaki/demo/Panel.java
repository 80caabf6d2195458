package io.emaki.demo;

import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the storyboard.
 *
 * @param number 1 for the first turn, 0 for the opening picture
 * @param speaker who speaks
 * @param text the turn's text
 * @param gloss the text in English, shown when no font on this machine has the text's script
 * @param changes what the turn changed, in words; empty when nothing did
 * @param note how the picture came about
 * @param picture the persona's picture after the turn
 * @param fresh whether the picture is new with this turn
 */
record Panel(
        int number,
        String speaker,
        String text,
        @Nullable String gloss,
        List<Change> changes,
        String note,
        BufferedImage picture,
        boolean fresh) {

    /** One change; the axis chooses the colour. */
    record Change(String axis, String words) {}
}
