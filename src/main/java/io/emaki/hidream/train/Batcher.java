package io.emaki.hidream.train;

import io.emaki.hidream.text.ChatTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Draws samples of a stream until some text length has enough of them for a batch. */
final class Batcher {

    /** The prompt that guidance steers away from. */
    private static final String DROPPED = " ";

    private static final int LONGEST_TEXT = 400;

    private record Waiting(TrainingSample sample, long[] ids) {}

    private final TrainingSource source;
    private final PicturePool pool;
    private final ChatTokenizer tokenizer;
    private final RandomGenerator random;
    private final int viewTokens;
    private final double dropout;
    private final Map<Integer, List<Waiting>> edits = new TreeMap<>();
    private final Map<Integer, List<Waiting>> captions = new TreeMap<>();

    /**
     * @param viewTokens merged vision tokens of a reference
     * @param dropout share of texts replaced by one space
     */
    Batcher(
            TrainingSource source,
            PicturePool pool,
            ChatTokenizer tokenizer,
            RandomGenerator random,
            int viewTokens,
            double dropout) {
        this.source = source;
        this.pool = pool;
        this.tokenizer = tokenizer;
        this.random = random;
        this.viewTokens = viewTokens;
        this.dropout = dropout;
    }

    /** @param step that will use the batch */
    Batch next(boolean edit, int size, long step) {
        Map<Integer, List<Waiting>> waiting = edit ? edits : captions;
        while (true) {
            TrainingSample sample = source.draw(random, edit, step);
            String text = random.nextDouble() < dropout ? DROPPED : sample.text();
            long[] ids = tokenizer.encode(text, edit ? List.of(viewTokens) : List.of());
            if (ids.length > LONGEST_TEXT) {
                continue;
            }
            List<Waiting> sameLength = waiting.computeIfAbsent(ids.length, length -> new ArrayList<>());
            sameLength.add(new Waiting(sample, ids));
            if (sameLength.size() >= size) {
                sameLength.removeIf(one -> !source.isCurrent(one.sample(), step));
                if (sameLength.size() >= size) {
                    Batch batch = batch(edit, sameLength);
                    sameLength.clear();
                    return batch;
                }
            }
        }
    }

    private Batch batch(boolean edit, List<Waiting> waiting) {
        List<TrainingSample> samples = waiting.stream().map(Waiting::sample).toList();
        return new Batch(
                new Bucket(pool.size(), pool.size()),
                edit,
                waiting.stream().map(Waiting::ids).toArray(long[][]::new),
                new Pixels.Pooled(
                        pool.tensor(),
                        samples.stream().mapToLong(TrainingSample::target).toArray(),
                        edit
                                ? samples.stream()
                                        .mapToLong(TrainingSample::reference)
                                        .toArray()
                                : new long[0]),
                FocusBoxes.of(samples.stream()
                        .map(sample -> Optional.ofNullable(sample.focus()))
                        .toList()));
    }
}
