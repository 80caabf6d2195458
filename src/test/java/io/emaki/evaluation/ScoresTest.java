package io.emaki.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.world.Axis;
import io.emaki.world.Grade;
import io.emaki.world.Language;
import io.emaki.world.Pose;
import io.emaki.world.Reading;
import io.emaki.world.State;
import io.emaki.world.TimeOfDay;
import io.emaki.world.Trait;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldSample;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScoresTest {

    private static final WorldSample ANY = WorldDataset.evaluation(1).edit(0, Language.ENGLISH);

    private final State start = Objects.requireNonNull(ANY.reference());
    private final State reposed = start.with(other(Pose.values(), start.pose()));
    private final State later = reposed.with(other(TimeOfDay.values(), start.time()));

    private static <V extends Enum<V>> V other(V[] values, V value) {
        return Arrays.stream(values).filter(v -> v != value).findFirst().orElseThrow();
    }

    private static Task task(Part part, State... states) {
        List<WorldSample> samples = new ArrayList<>();
        for (int i = 1; i < states.length; i++) {
            samples.add(new WorldSample(
                    WorldSample.Kind.EDIT, Language.ENGLISH, ANY.identity(), states[i - 1], states[i], "text " + i));
        }
        return new Task(part, 0, samples, 1);
    }

    /** The picture shows this state, and the identity but for the one trait. */
    private static GradedPicture showing(Task task, State seen, Trait wrong, OptionalDouble unchanged, double seconds) {
        Map<Axis, Boolean> axes = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            axes.put(axis, axis.of(seen) == axis.of(task.last().target()));
        }
        Map<Trait, Boolean> traits = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            traits.put(trait, trait != wrong);
        }
        BufferedImage blank = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Grade grade = new Grade(axes, traits, unchanged, new Reading(ANY.identity(), seen));
        return new GradedPicture(task, blank, blank, blank, grade, null, seconds);
    }

    @Test
    void countsAnAxisOnlyWhereItWasAskedToChange() {
        Scores scores = new Scores();
        scores.add(showing(task(Part.EDIT, start, reposed), reposed, Trait.EYES, OptionalDouble.of(0.5), 1));
        scores.add(showing(task(Part.EDIT, start, later), reposed, Trait.SKIN, OptionalDouble.empty(), 1));

        assertThat(scores.of(Axis.POSE)).isEqualTo(new Share(2, 2));
        assertThat(scores.of(Axis.TIME)).isEqualTo(new Share(0, 1));
        assertThat(scores.of(Axis.OUTFIT)).isEqualTo(Share.NONE);
        assertThat(scores.followed()).isEqualTo(new Share(1, 2));
        assertThat(scores.kept()).isEqualTo(new Share(9, 9));
        assertThat(scores.of(Trait.EYES)).isEqualTo(new Share(1, 2));
        assertThat(scores.of(Trait.ACCESSORY)).isEqualTo(new Share(2, 2));
        assertThat(scores.unchanged()).isEqualTo(new Share(0.5, 1));
    }

    @Test
    void countsWhatAnEditChangedUnasked() {
        Scores scores = new Scores();
        scores.add(showing(task(Part.EDIT, start, reposed), later, Trait.EYES, OptionalDouble.empty(), 1));

        assertThat(scores.kept()).isEqualTo(new Share(4, 5));
        assertThat(scores.followed()).isEqualTo(new Share(1, 1));
    }

    @Test
    void anAxisThatAChainChangesBackIsNeitherAskedNorSpared() {
        State back = later.with(start.pose());
        Task chain = task(Part.CHAIN, start, reposed, later, back);

        assertThat(chain.asked()).containsExactly(Axis.TIME);
        assertThat(chain.spared()).containsExactlyInAnyOrder(Axis.OUTFIT, Axis.COLOUR, Axis.SCENE, Axis.COMPANION);
        assertThat(chain.text()).isEqualTo("text 1 / text 2 / text 3");
    }

    @Test
    void timesAreTheMedianOfSingleEdits() {
        WorldScores scores = new WorldScores();
        for (double seconds : new double[] {9, 2, 4, 3}) {
            scores.add(showing(task(Part.EDIT, start, reposed), reposed, Trait.EYES, OptionalDouble.empty(), seconds));
        }
        scores.add(
                showing(task(Part.CHAIN, start, reposed, later, start), start, Trait.EYES, OptionalDouble.empty(), 30));

        assertThat(scores.secondsPerEdit()).hasValue(3.5);
        assertThat(scores.misses(9)).hasSize(5).last().asString().startsWith("chain 1: ");
    }
}
