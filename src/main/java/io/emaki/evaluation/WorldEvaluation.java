package io.emaki.evaluation;

import io.emaki.world.RenderStyle;
import io.emaki.world.State;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Draws edits, captions and chains of three edits of avatars that training never saw, and grades each picture against
 * the renderer's own drawings.
 */
public final class WorldEvaluation {

    private final WorldRenderer renderer = new WorldRenderer();
    private final Plan plan;
    private final Judge judge;
    private final int threads;

    /** @param threads that grade while the next picture is painted, at least 1 */
    public WorldEvaluation(Plan plan, int threads) {
        this.plan = plan;
        this.judge = new Judge(renderer, plan.wanted());
        this.threads = threads;
    }

    /**
     * Paints on the calling thread and grades on others. All entrants paint a task before the next one is begun, so that
     * they can be compared at any time.
     *
     * @param sheet keeps pictures of all entrants
     * @param painted told after each picture how many there are, of all entrants together
     * @param stop asked before each task; what all entrants painted until then is graded and counted
     * @return of each entrant, in their order
     */
    public List<WorldScores> run(
            List<Entrant> entrants, EvaluationSheet sheet, IntConsumer painted, BooleanSupplier stop) {
        List<WorldScores> scores =
                entrants.stream().map(entrant -> new WorldScores()).toList();
        Counter counter = new Counter(painted);
        try (ExecutorService threadPool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("grader-", 0).factory())) {
            Grading grading = new Grading(threadPool, new ArrayDeque<>());
            for (Part part : Part.values()) {
                for (int i = 0; i < plan.count(part) && !stop.getAsBoolean(); i++) {
                    Task task = plan.task(part, i);
                    List<Painted> pictures = paint(entrants, task, counter);
                    for (int k = 0; k < pictures.size(); k++) {
                        int entrant = k;
                        grading.begin(() -> {
                            GradedPicture graded = judge.grade(
                                    task,
                                    pictures.get(entrant),
                                    entrants.get(entrant).styles());
                            scores.get(entrant).add(graded);
                            sheet.add(entrant, graded);
                        });
                    }
                }
            }
            grading.finish();
        }
        return scores;
    }

    /** Empty when one of the entrants was stopped. */
    private List<Painted> paint(List<Entrant> entrants, Task task, Counter counter) {
        WorldSample first = task.samples().getFirst();
        State start = task.start();
        BufferedImage reference =
                start == null ? null : renderer.render(first.identity(), start, RenderStyle.PLAIN, plan.size());
        List<Painted> pictures = new ArrayList<>();
        for (Entrant entrant : entrants) {
            Painted picture = paint(entrant.painter(), task, reference, counter);
            if (picture == null) {
                return List.of();
            }
            pictures.add(picture);
        }
        return pictures;
    }

    private static @Nullable Painted paint(
            Painter painter, Task task, @Nullable BufferedImage reference, Counter counter) {
        BufferedImage current = reference;
        long began = System.nanoTime();
        for (int i = 0; i < task.samples().size(); i++) {
            current = painter.paint(task.samples().get(i).text(), current, task.seed() + i);
            if (current == null) {
                return null;
            }
            counter.next();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return current == null ? null : new Painted(reference, current, seconds);
    }

    private static final class Counter {

        private final IntConsumer listener;
        private int count;

        private Counter(IntConsumer listener) {
            this.listener = listener;
        }

        private void next() {
            listener.accept(++count);
        }
    }

    /** Begun gradings, whose failures come up with the next picture rather than after the last one. */
    private record Grading(ExecutorService threads, Deque<Future<?>> begun) {

        void begin(Runnable work) {
            begun.add(threads.submit(work));
            while (!begun.isEmpty() && begun.getFirst().isDone()) {
                finish(begun.removeFirst());
            }
        }

        void finish() {
            while (!begun.isEmpty()) {
                finish(begun.removeFirst());
            }
        }

        private static void finish(Future<?> future) {
            try {
                future.get();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("grading failed: " + failure.getCause(), failure);
            }
        }
    }
}
