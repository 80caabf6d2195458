package io.emaki.evaluation;

import io.emaki.world.Axis;
import io.emaki.world.WorldSample;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Texts to be drawn one after the other, each from the picture before.
 *
 * @param samples one for a single edit or a caption, three for a chain
 * @param seed of the first picture's noise
 */
record Task(List<WorldSample> samples, long seed) {

    WorldSample last() {
        return samples.getLast();
    }

    /** The axes that some text of the chain named; a caption names all. */
    Set<Axis> asked() {
        Set<Axis> asked = EnumSet.noneOf(Axis.class);
        for (WorldSample sample : samples) {
            asked.addAll(sample.kind() == WorldSample.Kind.EDIT ? sample.changed() : EnumSet.allOf(Axis.class));
        }
        return asked;
    }
}
