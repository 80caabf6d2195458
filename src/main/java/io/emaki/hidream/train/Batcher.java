package io.emaki.hidream.train;

import io.emaki.hidream.text.ChatTokenizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Draws samples until some text length has enough of them for a batch. */
final class Batcher {

    /** The prompt that guidance steers away from. */
    private static final String DROPPED = " ";

    private record Waiting(TrainingSample sample, long[] ids) {}

    private final TrainingSource source;
    private final ChatTokenizer tokenizer;
    private final RandomGenerator random;
    private final int viewTokens;
    private final double dropout;
    private final int limit;
    private final Map<Integer, List<Waiting>> edits = new TreeMap<>();
    private final Map<Integer, List<Waiting>> captions = new TreeMap<>();

    /**
     * @param viewTokens merged vision tokens of a reference
     * @param dropout share of texts replaced by one space
     * @param limit texts with more tokens than this are drawn again
     */
    Batcher(
            TrainingSource source,
            ChatTokenizer tokenizer,
            RandomGenerator random,
            int viewTokens,
            double dropout,
            int limit) {
        this.source = source;
        this.tokenizer = tokenizer;
        this.random = random;
        this.viewTokens = viewTokens;
        this.dropout = dropout;
        this.limit = limit;
    }

    Batch next(boolean edit, int size) {
        Map<Integer, List<Waiting>> waiting = edit ? edits : captions;
        while (true) {
            TrainingSample sample = source.draw(random, edit);
            String text = random.nextDouble() < dropout ? DROPPED : sample.text();
            long[] ids = tokenizer.encode(text, edit ? List.of(viewTokens) : List.of());
            if (ids.length > limit) {
                continue;
            }
            List<Waiting> sameLength = waiting.computeIfAbsent(ids.length, length -> new ArrayList<>());
            sameLength.add(new Waiting(sample, ids));
            if (sameLength.size() >= size && dropStale(sameLength) >= size) {
                Batch batch = new Batch(
                        sameLength.stream().map(Waiting::sample).toList(),
                        sameLength.stream().map(Waiting::ids).toArray(long[][]::new));
                sameLength.clear();
                return batch;
            }
        }
    }

    private int dropStale(List<Waiting> waiting) {
        for (Iterator<Waiting> iterator = waiting.iterator(); iterator.hasNext(); ) {
            if (!source.isCurrent(iterator.next().sample())) {
                iterator.remove();
            }
        }
        return waiting.size();
    }
}
