package io.emaki.intent.embedded.chinese;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.lexicon.Rule;
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
    /** Whether all that came off is what a new outfit takes the place of. */
    private boolean onlyClothesOff = true;

    private int poseAt = -1;
    private boolean poseHeld;

    /**
     * A later posture takes the place of an earlier pose, a gesture held in it joins it; everything else adds to what was found.
     *
     * @param at where in the turn it stands, as rules find poses in another order
     */
    void add(VisualChange change, Rule rule, int at) {
        if (change.axis() == Axis.POSE) {
            pose(change, rule.is("held"), at);
            return;
        }
        if (change.axis() == Axis.OUTFIT && change.op() == Op.REMOVE) {
            onlyClothesOff &= rule.is("clothes");
        }
        changes.merge(new Key(change.axis(), change.op()), change, Changes::merge);
    }

    private void pose(VisualChange change, boolean held, int at) {
        Key key = new Key(Axis.POSE, Op.SET);
        VisualChange other = changes.get(key);
        boolean last = at >= poseAt;
        boolean joins = last ? held : poseHeld;
        if (other == null || (last && !joins)) {
            changes.put(key, change);
        } else if (joins) {
            changes.put(key, last ? merge(other, change) : merge(change, other));
        }
        if (last) {
            poseAt = at;
            poseHeld = held;
        }
    }

    private static VisualChange merge(VisualChange earlier, VisualChange later) {
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
            if (onlyClothesOff) {
                changes.remove(new Key(Axis.OUTFIT, Op.REMOVE));
            }
        }
        List<VisualChange> all = new ArrayList<>(changes.values());
        all.addAll(scene.all());
        return List.copyOf(all);
    }
}
