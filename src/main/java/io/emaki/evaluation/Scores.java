package io.emaki.evaluation;

import io.emaki.world.Axis;
import io.emaki.world.Trait;
import java.util.EnumMap;
import java.util.Map;

/** Grades summed up per axis and trait. */
final class Scores {

    private final Map<Axis, Share> axes = new EnumMap<>(Axis.class);
    private final Map<Trait, Share> traits = new EnumMap<>(Trait.class);
    private Share followed = Share.NONE;
    private Share unchanged = Share.NONE;
    private Share kept = Share.NONE;
    private int samples;

    void add(GradedPicture graded) {
        samples++;
        Task task = graded.task();
        for (Axis axis : task.asked()) {
            axes.merge(axis, Share.of(graded.grade().shows(axis)), Share::plus);
        }
        for (Axis axis : task.spared()) {
            kept = kept.plus(Share.of(graded.grade().shows(axis)));
        }
        for (Trait trait : Trait.values()) {
            traits.merge(trait, Share.of(graded.grade().shows(trait)), Share::plus);
        }
        followed = followed.plus(Share.of(followed(graded)));
        graded.grade().unchanged().ifPresent(part -> unchanged = unchanged.plus(new Share(part, 1)));
    }

    /** Whether the picture shows everything that was asked for. */
    static boolean followed(GradedPicture graded) {
        return graded.task().asked().stream().allMatch(graded.grade()::shows);
    }

    /** Pictures that show what was asked for, of those that were asked to change the axis. */
    Share of(Axis axis) {
        return axes.getOrDefault(axis, Share.NONE);
    }

    /** Pictures that show the avatar's own value. */
    Share of(Trait trait) {
        return traits.getOrDefault(trait, Share.NONE);
    }

    /** Pictures that show everything that was asked for. */
    Share followed() {
        return followed;
    }

    /** Mean share of pixels outside the instructed region that stayed. */
    Share unchanged() {
        return unchanged;
    }

    /** Axes that no text named and that stayed. */
    Share kept() {
        return kept;
    }

    int samples() {
        return samples;
    }
}
