package io.emaki.intent.embedded;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.lexicon.Grammar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes found so far in one turn, one for each pair of axis and op. */
final class Findings {

    private record Key(Axis axis, Op op) {}

    private final Grammar grammar;
    private final Map<Key, VisualChange> changes = new LinkedHashMap<>();

    Findings(Grammar grammar) {
        this.grammar = grammar;
    }

    /** A later pose takes the place of an earlier one; everything else adds to what was found. */
    void add(VisualChange change) {
        changes.merge(new Key(change.axis(), change.op()), change, this::merge);
    }

    private VisualChange merge(VisualChange earlier, VisualChange later) {
        if (later.axis() == Axis.POSE) {
            return later;
        }
        String joined = grammar.join(earlier.description(), later.description());
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

    /** A new main outfit makes single garments superfluous when both are the same thing. */
    List<VisualChange> all() {
        VisualChange outfit = changes.get(new Key(Axis.OUTFIT, Op.SET));
        if (outfit != null) {
            changes.values()
                    .removeIf(change -> change.axis() == Axis.OUTFIT
                            && change.op() == Op.ADD
                            && outfit.description().contains(change.description()));
        }
        return List.copyOf(changes.values());
    }
}
