package io.emaki.evaluation;

import io.emaki.world.Axis;
import io.emaki.world.State;
import io.emaki.world.WorldSample;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts to be drawn one after the other, each from the picture before.
 *
 * @param index from 0 among the tasks of the part
 * @param samples one for a single edit or a caption, three for a chain
 * @param seed of the first picture's noise
 */
record Task(Part part, int index, List<WorldSample> samples, long seed) implements Comparable<Task> {

    private static final Comparator<Task> ORDER =
            Comparator.comparing(Task::part).thenComparing(Task::index);

    WorldSample last() {
        return samples.getLast();
    }

    /** The state of the first reference; null for a caption. */
    @Nullable
    State start() {
        return samples.getFirst().reference();
    }

    /** All texts, in their order. */
    String text() {
        return samples.stream().map(WorldSample::text).collect(Collectors.joining(" / "));
    }

    /**
     * The axes on which the last picture should differ from the first reference; of a caption all. An axis that a chain
     * changes and changes back says nothing: a picture that followed neither text looks like one that followed both.
     */
    Set<Axis> asked() {
        State start = start();
        return start == null ? EnumSet.allOf(Axis.class) : Axis.between(start, last().target());
    }

    /** The axes that no text named. */
    Set<Axis> spared() {
        Set<Axis> spared = start() == null ? EnumSet.noneOf(Axis.class) : EnumSet.allOf(Axis.class);
        samples.forEach(sample -> spared.removeAll(sample.changed()));
        return spared;
    }

    @Override
    public int compareTo(Task other) {
        return ORDER.compare(this, other);
    }
}
