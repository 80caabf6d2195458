package io.emaki.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.world.Axis;
import io.emaki.world.Language;
import io.emaki.world.RenderStyle;
import io.emaki.world.StyleBlend;
import io.emaki.world.Trait;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorldEvaluationTest {

    private static final int SIZE = 128;

    private final WorldRenderer renderer = new WorldRenderer();

    private static Plan plan(int edits, int captions, int chains, StyleBlend... wanted) {
        return new Plan(5, edits, captions, chains, List.of(wanted), SIZE, List.of(Language.ENGLISH));
    }

    private static List<WorldScores> run(Plan plan, Entrant... entrants) {
        return new WorldEvaluation(plan, 2)
                .run(List.of(entrants), new EvaluationSheet(0, entrants.length), done -> {}, () -> false);
    }

    private static WorldScores run(Plan plan, Painter painter) {
        return run(plan, new Entrant(painter, List.of(StyleBlend.of(RenderStyle.PLAIN))))
                .getFirst();
    }

    /** Draws what each text asks for, which it knows by its plan. */
    private Painter truth(Plan plan, StyleBlend style) {
        Map<String, WorldSample> samples = new HashMap<>();
        for (Part part : Part.values()) {
            for (int i = 0; i < plan.count(part); i++) {
                plan.task(part, i).samples().forEach(sample -> samples.put(sample.text(), sample));
            }
        }
        return (text, reference, seed) -> {
            WorldSample sample = Objects.requireNonNull(samples.get(text));
            return renderer.render(sample.identity(), sample.target(), style, SIZE);
        };
    }

    @Test
    void theTruthIsRightThroughout() {
        Plan plan = plan(6, 3, 2);
        WorldScores scores = run(plan, truth(plan, StyleBlend.of(RenderStyle.PLAIN)));

        assertThat(scores.edits().samples()).isEqualTo(6);
        assertThat(scores.captions().samples()).isEqualTo(3);
        assertThat(scores.chains().samples()).isEqualTo(2);
        for (Scores part : List.of(scores.edits(), scores.captions(), scores.chains())) {
            for (Trait trait : Trait.values()) {
                assertThat(part.of(trait)).as(trait.name()).isEqualTo(new Share(part.samples(), part.samples()));
            }
            assertThat(part.followed()).isEqualTo(new Share(part.samples(), part.samples()));
        }
        for (Axis axis : Axis.values()) {
            assertThat(scores.captions().of(axis)).isEqualTo(new Share(3, 3));
        }
        assertThat(scores.edits().unchanged().value()).isEqualTo(1);
        assertThat(scores.edits().kept().value()).isEqualTo(1);
        assertThat(scores.misses(10)).isEmpty();
        assertThat(WorldTable.of(scores, null)).contains(">= 0.95").doesNotContain("below 0.90");
    }

    @Test
    void aPictureThatStaysFollowsNothingAndKeepsTheIdentity() {
        WorldScores scores = run(plan(6, 0, 0), (text, reference, seed) -> Objects.requireNonNull(reference));

        int followed = 0;
        int asked = 0;
        for (Axis axis : Axis.values()) {
            followed += (int) scores.edits().of(axis).hits();
            asked += scores.edits().of(axis).total();
        }
        assertThat(asked).isGreaterThanOrEqualTo(6);
        assertThat(followed).isZero();
        assertThat(scores.edits().followed()).isEqualTo(new Share(0, 6));
        assertThat(scores.edits().kept().value()).isEqualTo(1);
        for (Trait trait : Trait.values()) {
            assertThat(scores.edits().of(trait)).isEqualTo(new Share(6, 6));
        }
        assertThat(scores.misses(10)).hasSize(6).allMatch(line -> line.contains("expected") && line.contains("seen"));
        assertThat(scores.misses(2)).hasSize(2).first().asString().startsWith("edit 1: ");
        assertThat(WorldTable.of(scores, null)).contains("below 0.90");
    }

    @Test
    void everyEditOfAChainStartsFromThePictureBefore() {
        List<BufferedImage> given = new ArrayList<>();
        List<BufferedImage> painted = new ArrayList<>();
        run(plan(0, 0, 1), (text, reference, seed) -> {
            given.add(Objects.requireNonNull(reference));
            BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
            painted.add(picture);
            return picture;
        });

        assertThat(given).hasSize(3);
        assertThat(given.subList(1, 3)).isEqualTo(painted.subList(0, 2));
    }

    @Test
    void comparesWithAndWithoutAdaptersOnTheSameTasks() {
        Plan plan = plan(4, 1, 1, StyleBlend.of(RenderStyle.INK));
        List<WorldScores> scores = run(
                plan,
                new Entrant(truth(plan, StyleBlend.of(RenderStyle.PLAIN)), List.of(StyleBlend.of(RenderStyle.PLAIN))),
                new Entrant(truth(plan, StyleBlend.of(RenderStyle.INK)), List.of(StyleBlend.of(RenderStyle.INK))));
        WorldScores base = scores.getFirst();
        WorldScores adapted = scores.getLast();

        assertThat(base.style()).isEqualTo(new Share(0, 4));
        assertThat(adapted.style()).isEqualTo(new Share(4, 4));
        for (WorldScores one : scores) {
            assertThat(one.edits().followed()).isEqualTo(new Share(4, 4));
            assertThat(one.chains().followed()).isEqualTo(new Share(1, 1));
        }
        Map<String, @Nullable Object> report = WorldReport.of(adapted, base);
        assertThat(report.get("style")).isEqualTo(Map.of("base", 0.0, "lora", 1.0));
        assertThat(report.get("base")).isEqualTo(WorldReport.of(base, null));
        assertThat(WorldTable.of(adapted, base))
                .contains("adapted")
                .containsPattern("in the style +0\\.000 +1\\.000 +\\+1\\.000");
    }

    @Test
    void readsEachPictureInTheNearestOfSeveralStyles() {
        Plan plan = plan(4, 0, 0, StyleBlend.of(RenderStyle.INK), StyleBlend.of(RenderStyle.NEON));
        Painter ink = truth(plan, StyleBlend.of(RenderStyle.INK));
        Painter neon = truth(plan, StyleBlend.of(RenderStyle.NEON));
        int[] painted = {0};
        WorldScores scores = run(
                        plan,
                        new Entrant(
                                (text, reference, seed) ->
                                        (painted[0]++ % 2 == 0 ? ink : neon).paint(text, reference, seed),
                                plan.wanted()))
                .getFirst();

        assertThat(scores.style()).isEqualTo(new Share(4, 4));
        assertThat(scores.edits().followed()).isEqualTo(new Share(4, 4));
        assertThat(scores.edits().unchanged().value()).isEqualTo(1);
    }

    @Test
    void aWrongPictureIsNotTakenForAStyle() {
        Plan plan = plan(
                24,
                0,
                0,
                StyleBlend.of(RenderStyle.INK),
                StyleBlend.of(RenderStyle.NEON),
                StyleBlend.of(RenderStyle.GOLDEN_HOUR));

        assertThat(run(plan, (text, reference, seed) -> Objects.requireNonNull(reference))
                        .style())
                .isEqualTo(new Share(0, 24));
    }

    @Test
    void countsLanguagesInTurn() {
        Plan plan = new Plan(5, 6, 0, 0, List.of(), SIZE, List.of(Language.values()));
        WorldScores scores = run(plan, truth(plan, StyleBlend.of(RenderStyle.PLAIN)));

        for (Language language : Language.values()) {
            assertThat(scores.languages()).containsEntry(language, new Share(2, 2));
        }
        assertThat(WorldTable.of(scores, null)).contains("japanese");
    }

    @Test
    void stopsBetweenTasksAndKeepsWhatAllHaveDone() {
        Plan plan = plan(5, 5, 5);
        int[] asked = {0};
        Painter still = (text, reference, seed) -> Objects.requireNonNull(reference);
        List<WorldScores> scores = new WorldEvaluation(plan, 1)
                .run(
                        List.of(
                                new Entrant(still, List.of(StyleBlend.of(RenderStyle.PLAIN))),
                                new Entrant(still, List.of(StyleBlend.of(RenderStyle.PLAIN)))),
                        new EvaluationSheet(0, 2),
                        done -> {},
                        () -> asked[0]++ >= 2);

        assertThat(scores).allMatch(one -> one.edits().samples() == 2);
        assertThat(scores).allMatch(one -> one.captions().samples() == 0);
    }

    @Test
    void aPictureThatIsNotFinishedCountsForNobody() {
        int[] painted = {0};
        Painter still = (text, reference, seed) -> Objects.requireNonNull(reference);
        List<WorldScores> scores = run(
                plan(3, 0, 0),
                new Entrant(still, List.of(StyleBlend.of(RenderStyle.PLAIN))),
                new Entrant(
                        (text, reference, seed) -> painted[0]++ == 1 ? null : still.paint(text, reference, seed),
                        List.of(StyleBlend.of(RenderStyle.PLAIN))));

        assertThat(scores).allMatch(one -> one.edits().samples() == 2);
    }

    @Test
    void aGradingThatFailsEndsTheRun() {
        Painter wide = (text, reference, seed) -> new BufferedImage(SIZE, SIZE / 2, BufferedImage.TYPE_INT_RGB);

        assertThatThrownBy(() -> run(plan(3, 0, 0), wide)).hasMessageContaining("expected a square");
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
        assertThat(report.get("secondsPerEdit")).isNull();
        assertThat(report.get("samples")).isEqualTo(0);
    }

    @Test
    void aSheetHasARowForEachKeptTask() {
        Plan plan = plan(4, 2, 1);
        EvaluationSheet sheet = new EvaluationSheet(3, 1);
        Painter truth = truth(plan, StyleBlend.of(RenderStyle.PLAIN));
        new WorldEvaluation(plan, 1)
                .run(
                        List.of(new Entrant(truth, List.of(StyleBlend.of(RenderStyle.PLAIN)))),
                        sheet,
                        done -> {},
                        () -> false);

        BufferedImage drawn = sheet.draw();

        // Three edits, one caption and one chain, three beside each other.
        assertThat(drawn.getWidth()).isBetween(9 * SIZE, 10 * SIZE);
        assertThat(drawn.getHeight()).isBetween(2 * SIZE, 4 * SIZE);
        Task first = plan.task(Part.EDIT, 0);
        BufferedImage reference = renderer.render(
                first.last().identity(), Objects.requireNonNull(first.start()), StyleBlend.of(RenderStyle.PLAIN), SIZE);
        BufferedImage wanted =
                renderer.render(first.last().identity(), first.last().target(), StyleBlend.of(RenderStyle.PLAIN), SIZE);
        assertThat(drawn.getRGB(SIZE / 2, SIZE / 2)).isEqualTo(reference.getRGB(SIZE / 2, SIZE / 2));
        assertThat(drawn.getRGB(SIZE + SIZE / 2, SIZE / 3)).isEqualTo(wanted.getRGB(SIZE / 2, SIZE / 3));
    }
}
