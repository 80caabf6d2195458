package io.emaki.hidream.train;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.checkpoint.ParameterLayout;
import io.emaki.hidream.checkpoint.ParameterLayout.Parameter;
import io.emaki.hidream.pipeline.RopeTables;
import io.emaki.hidream.pixels.PillowResize;
import io.emaki.hidream.pixels.References;
import io.emaki.hidream.runtime.DType;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import io.emaki.hidream.sequence.Grid;
import io.emaki.hidream.text.ChatTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Trains all weights of a model on text-to-image pairs and edit triples, by the engine's own forward. The loss is the
 * error of the velocity that sampling uses, {@code (prediction - x0) / max(s, floor)} squared, at {@code 1 - s} from a
 * logit-normal distribution.
 */
public final class FullTrainer implements AutoCloseable {

    private static final int QUEUED_STEPS = 6;
    private static final int LONGEST_TEXT = 400;
    private static final int REPORT_EVERY = 50;

    /** What a report says, every {@value #REPORT_EVERY} steps. */
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

        void onReport(Report report);
    }

    /** Work for one optimiser step, or why there is none. */
    private record Step(
            @Nullable Batch edits,
            @Nullable Batch captions,
            @Nullable RuntimeException failure) {}

    private final Scope owned = new Scope();
    private final ModelConfig config;
    private final TrainingOptions options;
    private final ChatTokenizer tokenizer;
    private final Kernel tensors;
    private final Kernel trainer;
    private final Exchange exchange;
    private final Layouts layouts;
    private final PicturePool pool;
    private final Handle master;
    private final Handle grads;
    private final Handle momentum;
    private final Handle variance;
    private final Handle ema;
    private final Handle offsets;
    private final Handle rows;
    private final Handle columns;
    private final Handle muonGroups;
    private final int muonGroupCount;
    private final Handle tapAt;
    private final Handle viewMatrix;
    private final Handle nothing;
    private final int viewSide;
    private final LossTally editLoss;
    private final LossTally captionLoss;
    private long step;

    /**
     * @param start checkpoint to start from, null for fresh weights
     * @param size side of the square pictures, pixels
     * @param slots pictures that the pool holds
     */
    public FullTrainer(
            ModelConfig config,
            Path tokenizerFile,
            @Nullable Checkpoint start,
            TrainingOptions options,
            int size,
            int slots) {
        this.config = config;
        this.options = options;
        try {
            tokenizer = owned.own(ChatTokenizer.open(tokenizerFile));
            tensors = owned.own(Kernel.load("engine", true));
            trainer = owned.own(Kernel.load("trainer", true));
            Kernel.enableGradients();
            exchange = owned.own(new Exchange(tensors, options.device()));
            RopeTables ropeTables = owned.own(new RopeTables(tensors, exchange, config.text()));
            viewSide = References.viewSide(1);
            layouts = owned.own(new Layouts(
                    tensors,
                    exchange,
                    ropeTables,
                    config,
                    Grid.ofPixels(size, size),
                    Grid.ofPixels(viewSide, viewSide)));
            pool = owned.own(new PicturePool(trainer, slots, size, options.device()));
            float[] values = start == null ? Parameters.initial(config, options.seed()) : Parameters.of(start);
            master = owned.own(exchange.floats(values));
            ema = owned.own(trainer.call("clone", master));
            grads = owned.own(trainer.call("zeros", values.length, options.device()));
            momentum = owned.own(trainer.call("zeros", values.length, options.device()));
            variance = owned.own(trainer.call("zeros", values.length, options.device()));
            offsets = owned.own(ints(Parameter::offset));
            rows = owned.own(ints(Parameter::rows));
            columns = owned.own(ints(Parameter::columns));
            MuonGroups groups = MuonGroups.of(new ParameterLayout(config).parameters());
            muonGroupCount = groups.count();
            muonGroups = owned.own(tensors.call("ints"));
            groups.of().forEach(group -> tensors.run("add_int", muonGroups, group));
            tapAt = owned.own(tensors.call("ints"));
            config.vision().deepstackAt().forEach(at -> tensors.run("add_int", tapAt, at));
            viewMatrix = owned.own(viewMatrix(size));
            editLoss = owned.own(new LossTally(trainer, options.device()));
            captionLoss = owned.own(new LossTally(trainer, options.device()));
            nothing = owned.own(tensors.call("nothing_longs", options.device()));
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    private Handle ints(ToLongFunction<Parameter> number) {
        Handle list = tensors.call("ints");
        new ParameterLayout(config)
                .parameters()
                .forEach(parameter -> tensors.run("add_int", list, number.applyAsLong(parameter)));
        return list;
    }

    private Handle viewMatrix(int size) {
        float[][] matrix = PillowResize.matrix(size, viewSide, PillowResize.Filter.LANCZOS);
        float[] flat = new float[viewSide * size];
        for (int i = 0; i < viewSide; i++) {
            System.arraycopy(matrix[i], 0, flat, i * size, size);
        }
        try (Handle raw = exchange.floats(flat)) {
            return tensors.call("reshape2", raw, viewSide, size);
        }
    }

    /** Where the source puts its pictures. */
    public PicturePool pool() {
        return pool;
    }

    /** Optimiser steps done. */
    public long step() {
        return step;
    }

    /**
     * Trains until the steps or the time are used up, or until cancelled.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public void run(TrainingSource source, Listener listener, CancellationToken cancel) throws InterruptedException {
        BlockingQueue<Step> queue = new ArrayBlockingQueue<>(QUEUED_STEPS);
        List<Thread> assemblers = new ArrayList<>();
        for (int i = 0; i < options.assemblers(); i++) {
            long seed = options.seed() + i;
            assemblers.add(Thread.ofPlatform()
                    .daemon()
                    .name("training-batches-" + i)
                    .start(() -> assemble(source, queue, seed)));
        }
        long start = System.nanoTime();
        long lapStart = start;
        try {
            while (step < options.steps() && !cancel.isCancelled()) {
                double minutes = (System.nanoTime() - start) / 6e10;
                if (options.maxMinutes() > 0 && minutes >= options.maxMinutes()) {
                    break;
                }
                double rate = rate(minutes);
                step++;
                boolean report = step % REPORT_EVERY == 0 || step == options.steps();
                double norm = train(queue.take(), rate, report);
                if (report) {
                    long now = System.nanoTime();
                    listener.onReport(new Report(
                            step,
                            editLoss.take(),
                            captionLoss.take(),
                            norm,
                            rate,
                            (now - lapStart) / 1e9 / REPORT_EVERY,
                            (now - start) / 6e10));
                    lapStart = now;
                }
            }
        } finally {
            for (Thread thread : assemblers) {
                thread.interrupt();
            }
            for (Thread thread : assemblers) {
                thread.join();
            }
        }
    }

    private void assemble(TrainingSource source, BlockingQueue<Step> queue, long seed) {
        Batcher batcher = new Batcher(
                source,
                tokenizer,
                new Random(seed),
                (viewSide / 32) * (viewSide / 32),
                options.dropout(),
                LONGEST_TEXT);
        try {
            for (long made = 0; !Thread.currentThread().isInterrupted(); made++) {
                boolean captions =
                        options.captionBatch() > 0 && (options.editBatch() == 0 || made % options.captionEvery() == 0);
                queue.put(new Step(
                        options.editBatch() > 0 ? batcher.next(true, options.editBatch()) : null,
                        captions ? batcher.next(false, options.captionBatch()) : null,
                        null));
            }
        } catch (RuntimeException e) {
            queue.clear();
            queue.add(new Step(null, null, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Linear warm-up, then half a cosine down to a hundredth. */
    private double rate(double minutes) {
        double byTime = options.maxMinutes() > 0 ? minutes / options.maxMinutes() : 0;
        double progress = Math.max((double) step / options.steps(), byTime);
        double cosine = 0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
        return options.learningRate() * Math.min(1, (step + 1.0) / options.warmup()) * cosine;
    }

    /** One optimiser step; returns the gradient norm when it is asked for, since reading it waits for the device. */
    private double train(Step work, double rate, boolean report) {
        if (work.failure() != null) {
            throw work.failure();
        }
        Batch edits = work.edits();
        Batch captions = work.captions();
        double all = (edits == null ? 0 : edits.size()) + (captions == null ? 0 : captions.size());
        if (edits != null) {
            accumulate(edits, edits.size() / all, 2 * step, editLoss);
        }
        if (captions != null) {
            accumulate(captions, captions.size() / all, 2 * step + 1, captionLoss);
        }
        try (Handle norm = update(rate)) {
            return report ? trainer.callDouble("number", norm) : 0;
        }
    }

    private Handle update(double rate) {
        List<Object> arguments = new ArrayList<>(List.of(
                master,
                grads,
                momentum,
                variance,
                ema,
                step,
                rate,
                options.optimizer().beta1(),
                options.beta2(),
                1e-8,
                options.weightDecay(),
                options.clip(),
                Math.min(options.emaDecay(), (1.0 + step) / (10.0 + step))));
        if (options.optimizer() == Optimizer.MUON) {
            arguments.addAll(List.of(offsets, rows, columns, muonGroups, muonGroupCount));
        }
        return trainer.call(options.optimizer().name().toLowerCase(Locale.ROOT), arguments.toArray());
    }

    private void accumulate(Batch batch, double weight, long salt, LossTally tally) {
        ModelConfig.Text text = config.text();
        ModelConfig.Vision vision = config.vision();
        Layouts.Tables tables = layouts.of(batch);
        int length = batch.ids()[0].length - 1;
        long[] ids = new long[batch.size() * length];
        for (int i = 0; i < batch.size(); i++) {
            System.arraycopy(batch.ids()[i], 0, ids, i * length, length);
        }
        try (Scope scope = new Scope()) {
            Handle flatIds = scope.own(exchange.longs(ids));
            Handle focus = options.focusWeight() == 1 ? nothing : scope.own(boxes(batch));
            Handle loss = scope.own(trainer.call(
                    "accumulate",
                    master,
                    grads,
                    (options.bfloat16() ? DType.BFLOAT16 : DType.FLOAT32).code(),
                    offsets,
                    rows,
                    columns,
                    vision.depth(),
                    vision.deepstackAt().size(),
                    text.layers(),
                    tapAt,
                    pool.tensor(),
                    scope.own(exchange.longs(batch.targets())),
                    batch.isEdit() ? scope.own(exchange.longs(batch.references())) : nothing,
                    viewMatrix,
                    viewMatrix,
                    scope.own(tensors.call("reshape2", flatIds, batch.size(), length)),
                    tables.visual(),
                    tables.ar(),
                    tables.gen(),
                    vision.heads(),
                    vision.gridSide(),
                    vision.patch(),
                    vision.merge(),
                    vision.frames(),
                    text.heads(),
                    text.kvHeads(),
                    text.normEps(),
                    config.recipe().noiseScale(),
                    options.timeMean(),
                    options.timeSigma(),
                    options.sigmaFloor(),
                    focus,
                    options.focusWeight(),
                    weight,
                    options.seed() * 1_000_003 + salt));
            tally.add(loss);
        }
    }

    private Handle boxes(Batch batch) {
        try (Handle flat = exchange.longs(batch.focus())) {
            return tensors.call("reshape2", flat, batch.size(), 4);
        }
    }

    /**
     * Writes the averaged weights as one safetensors file.
     *
     * @param float8 decoder Linears in float8_e4m3fn with a scale for each row, the rest in bfloat16
     */
    public void export(Path file, boolean float8) throws IOException {
        Parameters.write(file, config, exchange.toFloats(ema), float8);
    }

    @Override
    public void close() {
        owned.close();
    }
}
