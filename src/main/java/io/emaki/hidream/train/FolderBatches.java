package io.emaki.hidream.train;

import io.emaki.hidream.sequence.Grid;
import io.emaki.hidream.text.ChatTokenizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Batches of a data folder, captions and edits as they come in the order of {@link Draws}. */
final class FolderBatches implements BatchSource {

    private final ExampleSet examples;
    private final Draws draws;
    private final int limit;
    private final int accumulate;

    FolderBatches(
            Path folder,
            ChatTokenizer tokenizer,
            List<Bucket> buckets,
            Function<Bucket, Grid> view,
            TrainingOptions options) {
        examples = ExampleSet.all(folder, tokenizer, buckets, view);
        draws = new Draws(examples.size(), options.seed(), options.dropout());
        limit = options.editBatch() + options.captionBatch();
        accumulate = options.accumulate();
    }

    @Override
    public void start(long firstStep) {
        // Nothing runs ahead: pictures are decoded when they are first needed.
    }

    @Override
    public List<Batch> take(long step) {
        return FolderBatch.of(draws.of(step, limit * accumulate), examples, limit);
    }

    @Override
    public void done(long step) {
        // Pictures stay.
    }

    @Override
    public Map<String, String> fixed() {
        return Map.of("data", examples.fingerprint());
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
