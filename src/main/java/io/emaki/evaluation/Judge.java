package io.emaki.evaluation;

import io.emaki.world.Grade;
import io.emaki.world.StyleBlend;
import io.emaki.world.WorldGrader;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares finished pictures with the renderer's drawings. Safe for use by several threads. */
final class Judge {

    private final WorldRenderer renderer;
    private final WorldGrader grader;
    private final List<StyleBlend> wanted;

    /** @param wanted the styles that the style score looks for; plain is none */
    Judge(WorldRenderer renderer, List<StyleBlend> wanted) {
        this.renderer = renderer;
        this.grader = new WorldGrader(renderer);
        this.wanted =
                wanted.stream().filter(style -> !style.isPlain()).distinct().toList();
    }

    /** @param styles to read the picture in, of several in the one that fits it best */
    GradedPicture grade(Task task, Painted painted, List<StyleBlend> styles) {
        Map<StyleBlend, Fit> fits = new HashMap<>();
        Function<StyleBlend, Fit> fit = style -> fits.computeIfAbsent(style, s -> fit(task, painted.picture(), s));
        Fit best = best(styles, fit);
        WorldSample last = task.last();
        return new GradedPicture(
                task,
                painted.reference(),
                painted.picture(),
                renderer.render(
                        last.identity(),
                        last.target(),
                        best.style(),
                        painted.picture().getWidth()),
                best.grade(),
                task.part() == Part.EDIT && !wanted.isEmpty()
                        ? best(wanted, fit).error()
                                < fit.apply(StyleBlend.PLAIN).error()
                        : null,
                painted.seconds());
    }

    /**
     * A picture read in one style.
     *
     * @param error mean difference (0 to 255) from the drawing in this style of what the picture shows, rather than of what
     *     it should show: a wrong scene can be nearer to the right one in another style than to the right one in its own
     */
    private record Fit(StyleBlend style, Grade grade, double error) {}

    private Fit fit(Task task, BufferedImage picture, StyleBlend style) {
        WorldSample last = task.last();
        Grade grade = task.part() == Part.CAPTION
                ? grader.gradeCaption(picture, last.identity(), last.target(), style)
                : grader.grade(picture, last.identity(), last.target(), task.start(), style);
        return new Fit(
                style,
                grade,
                grader.error(picture, grade.seen().identity(), grade.seen().state(), style));
    }

    private static Fit best(List<StyleBlend> styles, Function<StyleBlend, Fit> fit) {
        return styles.stream()
                .map(fit)
                .min(Comparator.comparingDouble(Fit::error))
                .orElseThrow();
    }
}
