package io.emaki.intent.embedded.text;

import io.emaki.intent.VisualChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scene change of one turn as it grows: the place told last, with the time and weather told of it. */
public final class SceneChange {

    private @Nullable VisualChange found;
    private int placeAt = -1;

    /** The scene as far as the turn has been read; empty when nothing has been found. */
    public String description() {
        VisualChange change = found;
        return change == null ? "" : change.description();
    }

    /** The scene so far, or the one before the turn. */
    public String over(String before) {
        return found == null ? before : description();
    }

    /** @param at where in the turn it stands: rules find places in another order, and the last one told counts */
    public void place(VisualChange change, int at) {
        if (at >= placeAt) {
            placeAt = at;
            found = change;
        }
    }

    /** Another time, weather or light, worded with the place so far. */
    public void surroundings(VisualChange change) {
        found = change;
    }

    /** The change in a list of its own, or nothing. */
    public List<VisualChange> all() {
        VisualChange change = found;
        return change == null ? List.of() : List.of(change);
    }
}
