package io.emaki.intent.embedded.english;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.text.SceneChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Changes found so far in one turn, one for each pair of axis and op. */
final class Changes {

    private static final int STEM = 4;

    private record Key(Axis axis, Op op) {}

    private final Map<Key, VisualChange> changes = new LinkedHashMap<>();
    private final SceneChange scene = new SceneChange();

    void add(VisualChange change) {
        changes.merge(new Key(change.axis(), change.op()), change, Changes::merge);
    }

    /** A later posture takes the place of an earlier one; everything else adds to what was found. */
    private static VisualChange merge(VisualChange earlier, VisualChange later) {
        String known = earlier.description().toLowerCase(Locale.ENGLISH);
        String joined = earlier.description() + ", " + later.description();
        if (known.contains(later.description().toLowerCase(Locale.ENGLISH))
                || says(known, later.description().toLowerCase(Locale.ENGLISH))
                || joined.length() > VisualChange.LONGEST_DESCRIPTION) {
            return earlier;
        }
        return new VisualChange(
                earlier.axis(),
                earlier.op(),
                joined,
                earlier.evidence(),
                Math.max(earlier.confidence(), later.confidence()));
    }

    /** Whether every word is there in some form: "folding arms" adds nothing to "standing with folded arms". */
    private static boolean says(String known, String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
                .allMatch(stem -> (" " + known).contains(" " + stem));
    }

    SceneChange scene() {
        return scene;
    }

    /** A new main outfit takes the place of what came off for it and of what is part of it. */
    List<VisualChange> all() {
        if (changes.containsKey(new Key(Axis.OUTFIT, Op.SET))) {
            changes.remove(new Key(Axis.OUTFIT, Op.REMOVE));
            changes.remove(new Key(Axis.OUTFIT, Op.ADD));
        }
        List<VisualChange> all = new ArrayList<>(changes.values());
        all.addAll(scene.all());
        return List.copyOf(all);
    }
}
