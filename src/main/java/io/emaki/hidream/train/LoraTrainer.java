package io.emaki.hidream.train;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.Precision;
import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import io.emaki.hidream.checkpoint.Weights;
import io.emaki.hidream.lora.PeftFolder;
import io.emaki.hidream.pipeline.RopeTables;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import io.emaki.hidream.text.ChatTokenizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a LoRA adapter on every Linear of the decoder from pairs of picture and caption, by the engine's own forward.
 * The model's weights are read only. The loss is that of {@link FullTrainer}. Not thread-safe.
 */
public final class LoraTrainer implements AutoCloseable {

    private static final int PROBES = 16;

    /**
     * One step's course.
     *
     * @param step steps done, this one included
     * @param loss mean over the step's samples
     * @param gradientNorm before clipping
     * @param rate learning rate
     */
    public record Report(long step, double loss, double gradientNorm, double rate, double seconds) {}

    /** Hears of every step, on the training thread. */
    public interface Listener {

        void onStep(Report report);
    }

    private final Scope owned = new Scope();
    private final Checkpoint checkpoint;
    private final LoraOptions options;
    private final ExampleSet captions;
    private final Draws draws;
    private final AdapterVector vector;
    private final Kernel tensors;
    private final Kernel adapters;
    private final Exchange exchange;
    private final RopeTables ropeTables;
    private final Weights weights;
    private final Handle outs;
    private final Handle ins;
    private final Handle grads;
    private final Handle noImages;
    private final Map<Bucket, Layouts> layouts = new HashMap<>();
    private Handle master;
    private Handle momentum;
    private Handle variance;
    private Handle average;
    private long step;

    /**
     * Opens model and data. Pictures are checked by their headers here and decoded when they are first needed.
     *
     * @param configFolder folder of config.json and tokenizer.json; null means the model's own
     * @throws io.emaki.hidream.HiDreamException when model or data cannot be used
     */
    public LoraTrainer(Path model, @Nullable Path configFolder, Path data, LoraOptions options) {
        this.options = options;
        this.checkpoint = Checkpoint.open(model, configFolder);
        try {
            ModelConfig config = checkpoint.config();
            ModelConfig.Recipe recipe = config.recipe();
            ChatTokenizer tokenizer = owned.own(ChatTokenizer.open(checkpoint.tokenizerFile()));
            captions = ExampleSet.captions(data, tokenizer, Bucket.around(recipe.nativeWidth(), recipe.nativeHeight()));
            draws = new Draws(captions.size(), options.seed(), options.dropout());
            vector = new AdapterVector(config.text(), options.rank());
            tensors = owned.own(Kernel.load("engine", true));
            adapters = owned.own(Kernel.load("adapters", true));
            Kernel.enableGradients();
            exchange = owned.own(new Exchange(tensors, options.device()));
            ropeTables = owned.own(new RopeTables(tensors, exchange, config.text()));
            weights = owned.own(Weights.load(tensors, exchange, checkpoint, precision()));
            outs = owned.own(ints(AdapterVector.Module::out));
            ins = owned.own(ints(AdapterVector.Module::in));
            noImages = owned.own(tensors.call("nothing_longs", options.device()));
            grads = owned.own(zeros());
            float[] first = vector.initial(options.seed());
            master = exchange.floats(first);
            average = exchange.floats(first);
            momentum = zeros();
            variance = zeros();
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    private Precision precision() {
        return options.device().equals("cpu") ? Precision.FLOAT32 : Precision.BFLOAT16;
    }

    private Handle ints(ToLongFunction<AdapterVector.Module> number) {
        Handle list = tensors.call("ints");
        vector.modules().forEach(module -> tensors.run("add_int", list, number.applyAsLong(module)));
        return list;
    }

    private Handle zeros() {
        return adapters.call("zeros", vector.size(), options.device());
    }

    /** Steps done. */
    public long step() {
        return step;
    }

    /** Pairs of picture and caption that are learned from. */
    public int pairs() {
        return captions.size();
    }

    /** Entries of the data folder that are edits and therefore left out. */
    public int edits() {
        return captions.left();
    }

    /** The first caption of the data folder. */
    public String firstCaption() {
        return captions.text(0);
    }

    /** Trains until the steps are done or until cancelled, which is looked at between two steps. */
    public void run(Listener listener, CancellationToken cancel) {
        while (step < options.steps() && !cancel.isCancelled()) {
            long start = System.nanoTime();
            double rate = options.rate(step);
            double loss = accumulate();
            if (!Double.isFinite(loss)) {
                throw new IllegalStateException("the loss of step " + (step + 1)
                        + " is no number: the learning rate is too high, or the model's weights are damaged");
            }
            double norm = adapters.callDouble(
                    "adamw",
                    master,
                    grads,
                    momentum,
                    variance,
                    average,
                    step + 1,
                    rate,
                    LoraOptions.BETA1,
                    LoraOptions.BETA2,
                    1e-8,
                    LoraOptions.WEIGHT_DECAY,
                    LoraOptions.CLIP,
                    LoraOptions.averageDecay(step));
            step++;
            listener.onStep(new Report(step, loss, norm, rate, (System.nanoTime() - start) / 1e9));
        }
    }

    private double accumulate() {
        int samples = options.batch() * options.accumulate();
        List<Batch> batches = FolderBatch.of(draws.of(step, samples), captions, options.batch());
        double loss = 0;
        for (int i = 0; i < batches.size(); i++) {
            double weight = (double) batches.get(i).size() / samples;
            loss += weight
                    * forward("accumulate", master, List.of(grads, weight), batches.get(i), draws.noiseSeed(step, i));
        }
        return loss;
    }

    /**
     * The averaged factors' loss at fixed times and noises over the first {@value #PROBES} pairs: unlike a step's loss it
     * can be compared between steps.
     */
    public double probe() {
        List<Draws.Draw> fixed = IntStream.range(0, Math.min(PROBES, captions.size()))
                .mapToObj(sample -> new Draws.Draw(sample, false))
                .toList();
        List<Batch> batches = FolderBatch.of(fixed, captions, options.batch());
        double loss = 0;
        for (int i = 0; i < batches.size(); i++) {
            loss += batches.get(i).size()
                    * forward("evaluate", average, List.of(), batches.get(i), draws.noiseSeed(-1, i));
        }
        return loss / fixed.size();
    }

    private double forward(String method, Handle factors, List<Object> gradients, Batch batch, long seed) {
        ModelConfig.Text text = checkpoint.config().text();
        Layouts.Tables tables = layouts(batch.bucket()).of(batch.ids()[0], false);
        try (Scope scope = new Scope()) {
            Handle flatIds = scope.own(exchange.longs(batch.arIds()));
            boolean focus = options.focusWeight() != 1 && batch.focus().length > 0;
            List<Object> arguments = new ArrayList<>();
            arguments.add(factors);
            arguments.addAll(gradients);
            arguments.addAll(List.of(
                    options.rank(),
                    options.scale(),
                    outs,
                    ins,
                    weights.compute().code(),
                    weights.ends(),
                    weights.layers(),
                    scope.own(exchange.bytes(FolderBatch.targets(batch))),
                    batch.bucket().height(),
                    batch.bucket().width(),
                    scope.own(tensors.call("reshape2", flatIds, batch.size(), batch.ids()[0].length - 1)),
                    noImages,
                    tables.ar(),
                    tables.gen(),
                    text.heads(),
                    text.kvHeads(),
                    text.normEps(),
                    checkpoint.config().recipe().noiseScale(),
                    LoraOptions.TIME_MEAN,
                    LoraOptions.TIME_SIGMA,
                    LoraOptions.SIGMA_FLOOR,
                    focus ? scope.own(boxes(batch)) : noImages,
                    options.focusWeight(),
                    seed));
            return adapters.callDouble(method, arguments.toArray());
        }
    }

    private Handle boxes(Batch batch) {
        try (Handle flat = exchange.longs(batch.focus())) {
            return tensors.call("reshape2", flat, batch.size(), 4);
        }
    }

    private Layouts layouts(Bucket bucket) {
        return layouts.computeIfAbsent(
                bucket,
                key -> owned.own(
                        new Layouts(tensors, exchange, ropeTables, checkpoint.config(), key.grid(), key.grid())));
    }

    /**
     * Writes the adapter, the averaged factors, in PEFT's layout, and beside it the state that {@link #resume} reads.
     *
     * @throws io.emaki.hidream.LoraException when the folder cannot be written
     */
    public void save(Path folder) {
        float[] values = exchange.toFloats(average);
        PeftFolder.write(
                folder,
                vector.factors(values),
                options.alpha(),
                checkpoint.config().recipe().name());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("master", flat(exchange.toFloats(master)));
        tensors.put("momentum", flat(exchange.toFloats(momentum)));
        tensors.put("variance", flat(exchange.toFloats(variance)));
        tensors.put("average", flat(values));
        TrainingState.write(folder, step, started(), tensors);
    }

    private static Tensor flat(float[] values) {
        return Tensor.float32(List.of((long) values.length), values);
    }

    /**
     * Goes on where {@link #save} was called: the steps to come are those of a run without interruption.
     *
     * @throws io.emaki.hidream.InvalidRequestException when there is no state, or options, model or data are not what
     *     the run was started with
     */
    public void resume(Path folder) {
        TrainingState state = TrainingState.read(folder);
        state.requireSame(started());
        float[] factors = state.floats("master", vector.size());
        float[] first = state.floats("momentum", vector.size());
        float[] second = state.floats("variance", vector.size());
        float[] averaged = state.floats("average", vector.size());
        release();
        master = exchange.floats(factors);
        momentum = exchange.floats(first);
        variance = exchange.floats(second);
        average = exchange.floats(averaged);
        step = state.step();
    }

    private Map<String, String> started() {
        Map<String, String> started = new LinkedHashMap<>(options.fixed());
        started.put("model", checkpoint.hash());
        started.put("data", captions.fingerprint());
        return started;
    }

    private void release() {
        master.close();
        momentum.close();
        variance.close();
        average.close();
    }

    @Override
    public void close() {
        release();
        owned.close();
    }
}
