package io.emaki.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorldDatasetTest {

    private static final int COUNT = 20_000;

    private final List<WorldSample> training = samples(WorldDataset.training(1));

    @Test
    void aSampleIsAFunctionOfSeedAndIndex() {
        assertThat(LongStream.range(0, 500).parallel().mapToObj(WorldDataset.training(1)::sample))
                .containsExactlyElementsOf(training.subList(0, 500));
        assertThat(WorldDataset.training(2).sample(0)).isNotEqualTo(training.getFirst());
    }

    @Test
    void trainingAndEvaluationShareNoCombinationOfTraits() {
        Set<List<Enum<?>>> seen = new HashSet<>();
        training.forEach(sample -> seen.add(traits(sample)));

        assertThat(samples(WorldDataset.evaluation(1))).noneMatch(sample -> seen.contains(traits(sample)));
    }

    @Test
    void aboutATenthOfTheCombinationsIsHeldOut() {
        long heldOut = IntStream.range(0, COUNT)
                .mapToObj(i -> Identity.draw(Dice.of(6, i)))
                .filter(Identity::heldOut)
                .count();

        assertThat(heldOut / (double) COUNT).isBetween(0.08, 0.12);
    }

    @Test
    void everyValueOfEveryAttributeOccursInBothParts() {
        for (List<WorldSample> part : List.of(training, samples(WorldDataset.evaluation(1)))) {
            Set<Enum<?>> values = new HashSet<>();
            for (WorldSample sample : part) {
                values.addAll(traits(sample));
                for (Axis axis : Axis.values()) {
                    values.add(axis.of(sample.target()));
                }
            }
            assertThat(values)
                    .containsAll(EnumSet.allOf(Skin.class))
                    .containsAll(EnumSet.allOf(HairColour.class))
                    .containsAll(EnumSet.allOf(HairStyle.class))
                    .containsAll(EnumSet.allOf(EyeColour.class))
                    .containsAll(EnumSet.allOf(Accessory.class))
                    .containsAll(EnumSet.allOf(Outfit.class))
                    .containsAll(EnumSet.allOf(OutfitColour.class))
                    .containsAll(EnumSet.allOf(Scene.class))
                    .containsAll(EnumSet.allOf(TimeOfDay.class))
                    .containsAll(EnumSet.allOf(Pose.class))
                    .containsAll(EnumSet.allOf(Companion.class));
        }
    }

    @Test
    void editsChangeSomethingAndMostChangeOneThing() {
        List<WorldSample> edits = training.stream()
                .filter(sample -> sample.kind() == WorldSample.Kind.EDIT)
                .toList();

        assertThat(edits).noneMatch(sample -> sample.changed().isEmpty());
        assertThat(edits.stream()
                                .filter(sample -> things(sample.changed()) == 1)
                                .count()
                        / (double) edits.size())
                .isBetween(0.57, 0.63);
        for (Axis axis : Axis.values()) {
            assertThat(edits).anyMatch(sample -> sample.changed().equals(EnumSet.of(axis)));
        }
    }

    @Test
    void aChainOfEditsGoesOnFromWhatTheLastOneAskedFor() {
        for (int i = 0; i < 100; i++) {
            List<WorldSample> chain = WorldDataset.evaluation(2).chain(i, 3, Language.ENGLISH);

            assertThat(chain).hasSize(3).noneMatch(edit -> edit.changed().isEmpty());
            assertThat(chain.get(1).reference()).isEqualTo(chain.get(0).target());
            assertThat(chain.get(2).reference()).isEqualTo(chain.get(1).target());
            assertThat(chain.stream().map(WorldSample::identity).distinct()).hasSize(1);
        }
    }

    /** Colour goes with outfit and time of day with scene. */
    private static int things(Set<Axis> axes) {
        Set<Axis> things = new HashSet<>();
        axes.forEach(axis -> things.add(axis == Axis.COLOUR ? Axis.OUTFIT : axis == Axis.TIME ? Axis.SCENE : axis));
        return things.size();
    }

    private static List<WorldSample> samples(WorldDataset dataset) {
        return LongStream.range(0, COUNT).mapToObj(dataset::sample).toList();
    }

    private static List<Enum<?>> traits(WorldSample sample) {
        return List.of(
                sample.identity().skin(),
                sample.identity().hairColour(),
                sample.identity().hairStyle(),
                sample.identity().eyes(),
                sample.identity().accessory());
    }
}
