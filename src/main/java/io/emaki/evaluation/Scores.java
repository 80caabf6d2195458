package io.emaki.evaluation;

import io.emaki.world.Axis;
import io.emaki.world.Grade;
import io.emaki.world.Trait;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Grades summed up per axis and trait. */
public final class Scores {

    private final Map<Axis, Share> axes = new EnumMap<>(Axis.class);
    private final Map<Trait, Share> traits = new EnumMap<>(Trait.class);
    private Share unchanged = Share.NONE;
    private Share kept = Share.NONE;
    private int samples;

    /** @param asked the axes that the text named; on the others the state should have stayed */
    void add(Grade grade, Set<Axis> asked) {
        samples++;
        for (Axis axis : Axis.values()) {
            if (asked.contains(axis)) {
                axes.merge(axis, Share.NONE.plus(grade.shows(axis)), Scores::sum);
            } else {
                kept = kept.plus(grade.shows(axis));
            }
        }
        for (Trait trait : Trait.values()) {
            traits.merge(trait, Share.NONE.plus(grade.shows(trait)), Scores::sum);
        }
        grade.unchanged().ifPresent(part -> unchanged = unchanged.plus(part));
    }

    private static Share sum(Share a, Share b) {
        return new Share(a.hits() + b.hits(), a.total() + b.total());
    }

    /** Pictures that show what the text asked for, of those whose text named the axis. */
    public Share of(Axis axis) {
        return axes.getOrDefault(axis, Share.NONE);
    }

    /** Pictures that show the avatar's own value. */
    public Share of(Trait trait) {
        return traits.getOrDefault(trait, Share.NONE);
    }

    /** Mean share of pixels outside the instructed region that stayed. */
    public Share unchanged() {
        return unchanged;
    }

    /** Axes that no text named and that stayed. */
    public Share kept() {
        return kept;
    }

    public int samples() {
        return samples;
    }
}
