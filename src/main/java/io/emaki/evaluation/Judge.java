package io.emaki.evaluation;

import io.emaki.world.Grade;
import io.emaki.world.RenderStyle;
import io.emaki.world.WorldGrader;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares finished pictures with the renderer's drawings. Safe for use by several threads. */
final class Judge {

    private final WorldRenderer renderer;
    private final WorldGrader grader;
    private final List<RenderStyle> wanted;

    /** @param wanted the styles that the style score looks for; plain is none */
    Judge(WorldRenderer renderer, List<RenderStyle> wanted) {
        this.renderer = renderer;
        this.grader = new WorldGrader(renderer);
        this.wanted = wanted.stream()
                .filter(style -> style != RenderStyle.PLAIN)
                .distinct()
                .toList();
    }

    /** @param styles to read the picture in */
    GradedPicture grade(Task task, Painted painted, List<RenderStyle> styles) {
        WorldSample last = task.last();
        BufferedImage picture = painted.picture();
        RenderStyle style = styles.size() == 1 ? styles.getFirst() : nearest(picture, last, styles);
        Grade grade = task.part() == Part.CAPTION
                ? grader.gradeCaption(picture, last.identity(), last.target(), style)
                : grader.grade(picture, last.identity(), last.target(), task.start(), style);
        return new GradedPicture(
                task,
                painted.reference(),
                picture,
                renderer.render(last.identity(), last.target(), style, picture.getWidth()),
                grade,
                inStyle(picture, last),
                painted.seconds());
    }

    private @Nullable Boolean inStyle(BufferedImage picture, WorldSample sample) {
        if (wanted.isEmpty()) {
            return null;
        }
        return error(picture, sample, nearest(picture, sample, wanted)) < error(picture, sample, RenderStyle.PLAIN);
    }

    private RenderStyle nearest(BufferedImage picture, WorldSample sample, List<RenderStyle> styles) {
        return styles.stream()
                .min(Comparator.comparingDouble(style -> error(picture, sample, style)))
                .orElseThrow();
    }

    private double error(BufferedImage picture, WorldSample sample, RenderStyle style) {
        return grader.error(picture, sample.identity(), sample.target(), style);
    }
}
