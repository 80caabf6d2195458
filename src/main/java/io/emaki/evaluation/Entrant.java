package io.emaki.evaluation;

import io.emaki.world.StyleBlend;
import java.util.List;

/**
 * One of the painters that an evaluation compares.
 *
 * @param styles that its pictures are read in: each in the one that fits it best
 */
public record Entrant(Painter painter, List<StyleBlend> styles) {

    public Entrant {
        styles = List.copyOf(styles);
        if (styles.isEmpty()) {
            throw new IllegalArgumentException("styles: at least one is needed");
        }
    }
}
