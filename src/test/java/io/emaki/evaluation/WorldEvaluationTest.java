package io.emaki.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.world.Axis;
import io.emaki.world.Language;
import io.emaki.world.RenderStyle;
import io.emaki.world.Trait;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorldEvaluationTest {

    private static final int SIZE = 128;

    private final WorldRenderer renderer = new WorldRenderer();
    private final List<GradedPicture> graded = new ArrayList<>();

    private static WorldEvaluation.Plan plan(int edits, int captions, int chains, RenderStyle style) {
        return new WorldEvaluation.Plan(5, edits, captions, chains, style, style, SIZE, Language.ENGLISH);
    }

    private WorldScores run(WorldEvaluation.Plan plan, Painter painter) {
        return new WorldEvaluation(plan, 1)
                .run(
                        painter,
                        picture -> {
                            synchronized (graded) {
                                graded.add(picture);
                            }
                        },
                        done -> {},
                        () -> false);
    }

    /** Draws what each text asks for, which it knows by drawing the same tasks. */
    private Painter truth(WorldEvaluation.Plan plan, RenderStyle style) {
        WorldDataset data = WorldDataset.evaluation(plan.seed());
        List<WorldSample> samples = new ArrayList<>();
        for (int i = 0; i < Math.max(plan.edits(), Math.max(plan.captions(), plan.chains())); i++) {
            samples.add(data.edit(3L * i, plan.language()));
            samples.add(data.caption(3L * i + 1, plan.language()));
            samples.addAll(data.chain(3L * i + 2, WorldEvaluation.CHAIN, plan.language()));
        }
        return (text, reference, seed) -> samples.stream()
                .filter(sample -> sample.text().equals(text))
                .findFirst()
                .map(sample -> renderer.render(sample.identity(), sample.target(), style, SIZE))
                .orElseThrow();
    }

    @Test
    void theTruthIsRightThroughout() {
        WorldEvaluation.Plan plan = plan(6, 3, 2, RenderStyle.PLAIN);
        WorldScores scores = run(plan, truth(plan, RenderStyle.PLAIN));

        for (Scores part : List.of(scores.edits(), scores.captions(), scores.chains())) {
            for (Trait trait : Trait.values()) {
                assertThat(part.of(trait).value()).as(trait.name()).isEqualTo(1);
            }
        }
        for (Axis axis : Axis.values()) {
            assertThat(scores.captions().of(axis)).isEqualTo(new Share(3, 3));
        }
        assertThat(scores.edits().unchanged().value()).isEqualTo(1);
        assertThat(scores.edits().samples()).isEqualTo(6);
        assertThat(scores.chains().samples()).isEqualTo(2);
        assertThat(scores.misses()).isEmpty();
    }

    @Test
    void aPictureThatStaysFollowsNothingAndKeepsTheIdentity() {
        WorldScores scores =
                run(plan(6, 0, 0, RenderStyle.PLAIN), (text, reference, seed) -> Objects.requireNonNull(reference));

        int followed = 0;
        int asked = 0;
        for (Axis axis : Axis.values()) {
            followed += (int) scores.edits().of(axis).hits();
            asked += scores.edits().of(axis).total();
        }
        assertThat(asked).isGreaterThanOrEqualTo(6);
        assertThat(followed).isZero();
        for (Trait trait : Trait.values()) {
            assertThat(scores.edits().of(trait)).isEqualTo(new Share(6, 6));
        }
        assertThat(scores.misses()).hasSize(6);
    }

    @Test
    void everyEditOfAChainStartsFromThePictureBefore() {
        List<BufferedImage> given = new ArrayList<>();
        List<BufferedImage> painted = new ArrayList<>();
        run(plan(0, 0, 1, RenderStyle.PLAIN), (text, reference, seed) -> {
            given.add(Objects.requireNonNull(reference));
            BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
            painted.add(picture);
            return picture;
        });

        assertThat(given).hasSize(3);
        assertThat(given.subList(1, 3)).isEqualTo(painted.subList(0, 2));
    }

    @Test
    void countsPicturesInTheWantedStyle() {
        WorldEvaluation.Plan plan = plan(4, 0, 0, RenderStyle.INK);

        assertThat(run(plan, truth(plan, RenderStyle.INK)).style()).isEqualTo(new Share(4, 4));
        assertThat(run(plan, truth(plan, RenderStyle.PLAIN)).style()).isEqualTo(new Share(0, 4));
    }

    @Test
    void stopsBetweenPicturesAndKeepsWhatIsDone() {
        int[] asked = {0};
        WorldScores scores = new WorldEvaluation(plan(5, 5, 5, RenderStyle.PLAIN), 1)
                .run(
                        (text, reference, seed) -> Objects.requireNonNull(reference),
                        picture -> {},
                        done -> {},
                        () -> asked[0]++ >= 2);

        assertThat(scores.edits().samples()).isEqualTo(2);
        assertThat(scores.captions().samples()).isZero();
    }

    @Test
    void writesNullWhereNothingWasAsked() {
        Map<String, @Nullable Object> report = WorldReport.of(new WorldScores(), null);

        assertThat(report.keySet())
                .containsExactly("instruction", "identity", "unchanged", "t2i", "chain3", "secondsPerEdit", "samples");
        Map<?, ?> captions = Objects.requireNonNull((Map<?, ?>) report.get("t2i"));
        assertThat(captions.size()).isEqualTo(11);
        assertThat(captions.containsKey("hairColour")).isTrue();
        assertThat(captions.get("hairColour")).isNull();
        assertThat(report.get("unchanged")).isNull();
        assertThat(report.get("samples")).isEqualTo(0);
    }

    @Test
    void intervalsAreWilsons() {
        Share share = new Share(9, 10);

        assertThat(share.low()).isCloseTo(0.5958, org.assertj.core.data.Offset.offset(1e-4));
        assertThat(share.high()).isCloseTo(0.9821, org.assertj.core.data.Offset.offset(1e-4));
    }
}
