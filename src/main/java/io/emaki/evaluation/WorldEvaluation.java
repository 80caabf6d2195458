package io.emaki.evaluation;

import io.emaki.world.Grade;
import io.emaki.world.Language;
import io.emaki.world.RenderStyle;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldGrader;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Draws edits, captions and chains of three edits of avatars that training never saw, and grades each picture against
 * the renderer's own drawings. The same plan gives the same tasks whatever model paints them.
 */
public final class WorldEvaluation {

    static final int CHAIN = 3;

    /**
     * What is drawn.
     *
     * @param seed which avatars, states and words
     * @param edits single edits of our own drawings
     * @param captions pictures from a caption that names everything
     * @param chains chains of three edits
     * @param style that pictures are graded in; references are always plain
     * @param wantedStyle that the style score counts
     * @param size side of the pictures, pixels
     * @param language of all texts
     */
    public record Plan(
            long seed,
            int edits,
            int captions,
            int chains,
            RenderStyle style,
            RenderStyle wantedStyle,
            int size,
            Language language) {

        /** Pictures that will be painted. */
        public int pictures() {
            return edits + captions + CHAIN * chains;
        }
    }

    /** Hears of every picture, on one of the grading threads. */
    public interface Listener extends Consumer<GradedPicture> {}

    private final WorldRenderer renderer = new WorldRenderer();
    private final WorldGrader grader = new WorldGrader(renderer);
    private final Plan plan;
    private final int threads;

    /** @param threads that grade while the next picture is painted */
    public WorldEvaluation(Plan plan, int threads) {
        this.plan = plan;
        this.threads = threads;
    }

    /**
     * Paints on the calling thread and grades on others.
     *
     * @param painted told after each picture how many are done
     * @param stop asked before each task; what was painted until then is graded and counted
     */
    public WorldScores run(Painter painter, Listener listener, Consumer<Integer> painted, BooleanSupplier stop) {
        WorldScores scores = new WorldScores();
        List<Future<?>> grading = new ArrayList<>();
        int done = 0;
        try (ExecutorService graders = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("grader-", 0).factory())) {
            for (Part part : Part.values()) {
                for (int i = 0; i < count(part) && !stop.getAsBoolean(); i++) {
                    Task task = task(part, i);
                    Painted result = paint(painter, task);
                    grading.add(graders.submit(() -> {
                        GradedPicture graded = grade(part, task, result);
                        scores.add(graded);
                        listener.accept(graded);
                    }));
                    done += task.samples().size();
                    painted.accept(done);
                }
            }
            for (Future<?> future : grading) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("grading failed", e.getCause());
        }
        return scores;
    }

    private int count(Part part) {
        return switch (part) {
            case EDIT -> plan.edits();
            case CAPTION -> plan.captions();
            case CHAIN_END -> plan.chains();
        };
    }

    /** Tasks of different parts share no avatar, since their indexes differ. */
    private Task task(Part part, int i) {
        long index = (long) i * Part.values().length + part.ordinal();
        WorldDataset data = WorldDataset.evaluation(plan.seed());
        List<WorldSample> samples = switch (part) {
            case EDIT -> List.of(data.edit(index, plan.language()));
            case CAPTION -> List.of(data.caption(index, plan.language()));
            case CHAIN_END -> data.chain(index, CHAIN, plan.language());
        };
        return new Task(samples, plan.seed() * 1_000_003 + index);
    }

    private record Painted(
            @org.jspecify.annotations.Nullable BufferedImage reference, BufferedImage picture, double seconds) {}

    private Painted paint(Painter painter, Task task) {
        WorldSample first = task.samples().getFirst();
        BufferedImage start = first.reference() == null
                ? null
                : renderer.render(first.identity(), first.reference(), RenderStyle.PLAIN, plan.size());
        BufferedImage current = start;
        long began = System.nanoTime();
        for (int i = 0; i < task.samples().size(); i++) {
            current = painter.paint(task.samples().get(i).text(), current, task.seed() + i);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Painted(start, java.util.Objects.requireNonNull(current), seconds);
    }

    private GradedPicture grade(Part part, Task task, Painted painted) {
        WorldSample last = task.last();
        Grade grade = part == Part.CAPTION
                ? grader.gradeCaption(painted.picture(), last.identity(), last.target(), plan.style())
                : grader.grade(
                        painted.picture(),
                        last.identity(),
                        last.target(),
                        task.samples().getFirst().reference(),
                        plan.style());
        return new GradedPicture(
                part,
                task,
                painted.reference(),
                painted.picture(),
                renderer.render(last.identity(), last.target(), plan.style(), plan.size()),
                grade,
                grader.style(painted.picture(), last.identity(), last.target()) == plan.wantedStyle(),
                painted.seconds());
    }
}
