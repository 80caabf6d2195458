package io.emaki.intent.embedded.japanese;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.text.SceneChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes found so far in one turn, one for each pair of axis and op. */
final class Changes {

    private record Key(Axis axis, Op op) {}

    private final Map<Key, VisualChange> changes = new LinkedHashMap<>();
    private final SceneChange scene = new SceneChange();
    private boolean keepsRemoved;

    /** @param clothes whether what comes off is what a new outfit takes the place of */
    void add(VisualChange change, boolean clothes) {
        keepsRemoved |= change.op() == Op.REMOVE && !clothes;
        changes.merge(new Key(change.axis(), change.op()), change, Changes::merge);
    }

    boolean has(Axis axis, Op op) {
        return changes.containsKey(new Key(axis, op));
    }

    static VisualChange merge(VisualChange earlier, VisualChange later) {
        String joined = earlier.description() + "、" + later.description();
        boolean repeats = earlier.description().contains(later.description())
                || joined.length() > VisualChange.LONGEST_DESCRIPTION;
        return repeats
                ? earlier
                : new VisualChange(
                        earlier.axis(),
                        earlier.op(),
                        joined,
                        earlier.evidence(),
                        Math.max(earlier.confidence(), later.confidence()));
    }

    SceneChange scene() {
        return scene;
    }

    /** A new main outfit makes the clothes before it superfluous, and single garments that are the same thing. */
    List<VisualChange> all() {
        VisualChange outfit = changes.get(new Key(Axis.OUTFIT, Op.SET));
        if (outfit != null) {
            VisualChange more = changes.get(new Key(Axis.OUTFIT, Op.ADD));
            if (more != null && outfit.description().contains(more.description())) {
                changes.remove(new Key(Axis.OUTFIT, Op.ADD));
            }
            if (!keepsRemoved) {
                changes.remove(new Key(Axis.OUTFIT, Op.REMOVE));
            }
        }
        List<VisualChange> all = new ArrayList<>(changes.values());
        all.addAll(scene.all());
        return List.copyOf(all);
    }
}
