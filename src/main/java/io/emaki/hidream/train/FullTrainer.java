package io.emaki.hidream.train;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import io.emaki.hidream.text.ChatTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trains all weights of a model on text-to-image pairs and edit triples, by the engine's own forward. The loss is the
 * error of the velocity that sampling uses, {@code (prediction - x0) / max(s, floor)} squared, at {@code 1 - s} from a
 * logit-normal distribution. Not thread-safe.
 */
public final class FullTrainer implements AutoCloseable {

    /**
     * What a report says.
     *
     * @param step optimiser steps done
     * @param editLoss mean since the last report, 0 without edits
     * @param captionLoss mean since the last report, 0 without captions
     * @param gradientNorm of the last step, before clipping
     * @param rate learning rate of the last step
     * @param secondsPerStep mean since the last report
     * @param minutes since this run began
     */
    public record Report(
            long step,
            double editLoss,
            double captionLoss,
            double gradientNorm,
            double rate,
            double secondsPerStep,
            double minutes) {}

    /** Hears of the training's course, on the training thread. */
    public interface Listener {

        /** Called every so many steps, and after the last one. */
        void onReport(Report report);
    }

    private final TrainingOptions options;
    private final ChatTokenizer tokenizer;
    private final TrainedModel model;
    private final ModelConfig config;
    private long step;

    /**
     * @param tokenizerFile of the model
     * @param start checkpoint to start from, null for fresh weights
     */
    public FullTrainer(ModelConfig config, Path tokenizerFile, @Nullable Checkpoint start, TrainingOptions options) {
        this.config = config;
        this.options = options;
        tokenizer = ChatTokenizer.open(tokenizerFile);
        try {
            float[] values = start == null ? Parameters.initial(config, options.seed()) : Parameters.of(start);
            model = new TrainedModel(config, values, options);
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    /**
     * A pool of square pictures on the training device.
     *
     * @param slots pictures that it holds
     */
    public PicturePool pool(int slots) {
        return new PicturePool(model.trainer(), slots, config.recipe().nativeWidth(), options.device());
    }

    /** Batches of an endless stream of samples, whose pictures are in the pool. Closes the stream. */
    public BatchSource streamed(TrainingSource source, PicturePool pool) {
        int viewTokens = ViewMatrices.grid(new Bucket(pool.size(), pool.size())).tokens();
        return new StreamedBatches(source, pool, tokenizer, viewTokens, options);
    }

    /**
     * Batches of a data folder after the imagefolder convention.
     *
     * @throws io.emaki.hidream.InvalidRequestException for {@code data}, naming file, line and field
     */
    public BatchSource folder(Path data) {
        ModelConfig.Recipe recipe = config.recipe();
        return new FolderBatches(
                data,
                tokenizer,
                Bucket.around(recipe.nativeWidth(), recipe.nativeHeight()),
                ViewMatrices::grid,
                options);
    }

    /** Optimiser steps done. */
    public long step() {
        return step;
    }

    /** Bytes of the optimiser's state. */
    public long stateBytes() {
        return model.moments().bytes();
    }

    /**
     * Trains until the steps or the time are used up, or until cancelled, which is looked at between two steps.
     *
     * @param reportEvery steps between reports
     * @throws InterruptedException when the thread is interrupted
     */
    public void run(BatchSource batches, int reportEvery, Listener listener, CancellationToken cancel)
            throws InterruptedException {
        batches.start(step);
        long start = System.nanoTime();
        long lapStart = start;
        int lap = 0;
        while (step < options.steps() && !cancel.isCancelled()) {
            double minutes = (System.nanoTime() - start) / 6e10;
            if (options.maxMinutes() > 0 && minutes >= options.maxMinutes()) {
                break;
            }
            double rate = options.rate(step, minutes);
            train(batches.take(step), rate);
            batches.done(step);
            step++;
            lap++;
            if (step % reportEvery == 0 || step == options.steps()) {
                TrainedModel.Course course = model.course();
                if (!Double.isFinite(course.gradientNorm())) {
                    throw new IllegalStateException("the loss is no number at step " + step
                            + ": the learning rate is too high, or the model's weights are damaged");
                }
                long now = System.nanoTime();
                listener.onReport(new Report(
                        step,
                        course.editLoss(),
                        course.captionLoss(),
                        course.gradientNorm(),
                        rate,
                        (now - lapStart) / 1e9 / lap,
                        (now - start) / 6e10));
                lapStart = System.nanoTime();
                lap = 0;
            }
        }
    }

    private void train(List<Batch> batches, double rate) {
        int samples = batches.stream().mapToInt(Batch::size).sum();
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            model.accumulate(batch, (double) batch.size() / samples, noiseSeed(i));
        }
        model.update(step + 1, rate);
    }

    private long noiseSeed(int batch) {
        return (options.seed() * 1_000_003 + step) * 64 + batch;
    }

    /**
     * Writes the averaged weights as one safetensors file.
     *
     * @param float8 decoder Linears in float8_e4m3fn with a scale for each row, the rest in bfloat16
     */
    public void export(Path file, boolean float8) throws IOException {
        Parameters.write(file, config, model.averages(), float8);
    }

    /** Writes what {@link #resume} reads into the folder. */
    public void save(Path folder, BatchSource batches) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(model.save());
        TrainingState.write(folder, step, started(batches), tensors);
    }

    /**
     * Goes on where {@link #save} was called: the steps to come are those of a run without interruption, unless time ended
     * it or sets the learning rate.
     *
     * @throws io.emaki.hidream.InvalidRequestException when there is no state, or options or data are not what the run was
     *     started with
     */
    public void resume(Path folder, BatchSource batches) {
        TrainingState state = TrainingState.read(folder);
        state.requireSame(started(batches));
        model.load(state);
        step = state.step();
    }

    private Map<String, String> started(BatchSource batches) {
        Map<String, String> started = new LinkedHashMap<>(options.fixed());
        started.putAll(batches.fixed());
        return started;
    }

    @Override
    public void close() {
        model.close();
        tokenizer.close();
    }
}
