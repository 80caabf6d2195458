package io.emaki.hidream.train;

import io.emaki.hidream.text.ChatTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Batches of a stream, made ahead on some threads: thread i makes those of the steps i, i + n, i + 2n, so that the order
 * does not depend on which is faster. Going on at a later step draws everything before it again.
 */
final class StreamedBatches implements BatchSource {

    private static final int AHEAD = 4;

    /** The batches of a step, or why there are none. */
    private record Made(
            List<Batch> batches,
            @org.jspecify.annotations.Nullable RuntimeException failure) {}

    private final TrainingSource source;
    private final TrainingOptions options;
    private final List<Batcher> batchers = new ArrayList<>();
    private final List<BlockingQueue<Made>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    StreamedBatches(
            TrainingSource source, PicturePool pool, ChatTokenizer tokenizer, int viewTokens, TrainingOptions options) {
        this.source = source;
        this.options = options;
        for (int i = 0; i < options.assemblers(); i++) {
            queues.add(new ArrayBlockingQueue<>(AHEAD));
            batchers.add(new Batcher(
                    source, pool, tokenizer, new Random(options.seed() + i), viewTokens, options.dropout()));
        }
    }

    @Override
    public void start(long firstStep) {
        source.start(firstStep);
        for (int i = 0; i < batchers.size(); i++) {
            int thread = i;
            threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("training-batches-" + i)
                    .start(() -> assemble(thread, firstStep)));
        }
    }

    private void assemble(int thread, long firstStep) {
        Batcher batcher = batchers.get(thread);
        BlockingQueue<Made> queue = queues.get(thread);
        try {
            for (long step = thread; !Thread.currentThread().isInterrupted(); step += batchers.size()) {
                List<Batch> batches = batches(batcher, step);
                if (step >= firstStep) {
                    queue.put(new Made(batches, null));
                }
            }
        } catch (RuntimeException e) {
            queue.clear();
            queue.add(new Made(List.of(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Batch> batches(Batcher batcher, long step) {
        boolean captions =
                options.captionBatch() > 0 && (options.editBatch() == 0 || step % options.captionEvery() == 0);
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < options.accumulate(); i++) {
            if (options.editBatch() > 0) {
                batches.add(batcher.next(true, options.editBatch(), step));
            }
            if (captions) {
                batches.add(batcher.next(false, options.captionBatch(), step));
            }
        }
        return batches;
    }

    @Override
    public List<Batch> take(long step) throws InterruptedException {
        Made made = queues.get((int) (step % queues.size())).take();
        if (made.failure() != null) {
            throw made.failure();
        }
        source.await(step);
        return made.batches();
    }

    @Override
    public void done(long step) {
        source.done(step);
    }

    @Override
    public Map<String, String> fixed() {
        return Map.of("assemblers", String.valueOf(options.assemblers()));
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        source.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
