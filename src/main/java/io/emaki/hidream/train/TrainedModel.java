package io.emaki.hidream.train;

import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.checkpoint.ParameterLayout;
import io.emaki.hidream.checkpoint.ParameterLayout.Parameter;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import io.emaki.hidream.pipeline.RopeTables;
import io.emaki.hidream.runtime.DType;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Weights, gradients, optimiser and moving average on the device, all as flat float32 vectors. */
final class TrainedModel implements AutoCloseable {

    /** Losses since the last reading and the last step's gradient norm. */
    record Course(double editLoss, double captionLoss, double gradientNorm) {}

    private final Scope owned = new Scope();
    private final ModelConfig config;
    private final TrainingOptions options;
    private final int size;
    private final Kernel tensors;
    private final Kernel trainer;
    private final Exchange exchange;
    private final RopeTables ropeTables;
    private final Moments moments;
    private final Handle grads;
    private final Handle offsets;
    private final Handle rows;
    private final Handle columns;
    private final Handle tapAt;
    private final Handle nothing;
    private final LossTally editLoss;
    private final LossTally captionLoss;
    private final Map<Bucket, Layouts> layouts = new HashMap<>();
    private final Map<Bucket, ViewMatrices> views = new HashMap<>();
    private Handle master;
    private Handle average;
    private Handle norm;

    TrainedModel(ModelConfig config, float[] values, TrainingOptions options) {
        this.config = config;
        this.options = options;
        this.size = values.length;
        try {
            tensors = owned.own(Kernel.load("engine", true));
            trainer = owned.own(Kernel.load("trainer", true));
            Kernel.enableGradients();
            exchange = owned.own(new Exchange(tensors, options.device()));
            ropeTables = owned.own(new RopeTables(tensors, exchange, config.text()));
            ParameterLayout layout = new ParameterLayout(config);
            List<Parameter> parameters = layout.parameters();
            offsets = owned.own(FloatMoments.ints(tensors, parameters, Parameter::offset));
            rows = owned.own(FloatMoments.ints(tensors, parameters, Parameter::rows));
            columns = owned.own(FloatMoments.ints(tensors, parameters, Parameter::columns));
            tapAt = owned.own(tensors.call("ints"));
            config.vision().deepstackAt().forEach(at -> tensors.run("add_int", tapAt, at));
            nothing = owned.own(tensors.call("nothing_longs", options.device()));
            editLoss = owned.own(new LossTally(trainer, options.device()));
            captionLoss = owned.own(new LossTally(trainer, options.device()));
            grads = owned.own(trainer.call("zeros", size, options.device()));
            moments = owned.own(
                    options.optimizer() == Optimizer.ADAMW8BIT
                            ? new QuantisedMoments(trainer, tensors, exchange, size)
                            : new FloatMoments(
                                    trainer, tensors, exchange, layout, options.optimizer() == Optimizer.MUON));
            master = exchange.floats(values);
            average = exchange.floats(values);
            norm = trainer.call("zeros", 1, options.device());
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    Kernel trainer() {
        return trainer;
    }

    Moments moments() {
        return moments;
    }

    /** Adds the gradient of the batch's mean loss, times weight. */
    void accumulate(Batch batch, double weight, long noiseSeed) {
        ModelConfig.Text text = config.text();
        ModelConfig.Vision vision = config.vision();
        Layouts.Tables tables = layouts(batch.bucket()).of(batch.ids()[0], batch.edit());
        ViewMatrices view = view(batch.bucket());
        try (Scope scope = new Scope()) {
            Pixels.Pooled pictures = pooled(batch, scope);
            Handle flatIds = scope.own(exchange.longs(batch.arIds()));
            boolean focus = options.focusWeight() != 1 && batch.focus().length > 0;
            Handle loss = scope.own(trainer.call(
                    "accumulate",
                    master,
                    grads,
                    (options.bfloat16() ? DType.BFLOAT16 : DType.FLOAT32).code(),
                    options.recompute() ? 1 : 0,
                    offsets,
                    rows,
                    columns,
                    vision.depth(),
                    vision.deepstackAt().size(),
                    text.layers(),
                    tapAt,
                    pictures.pool(),
                    scope.own(exchange.longs(pictures.targets())),
                    batch.edit() ? scope.own(exchange.longs(pictures.references())) : nothing,
                    view.rows(),
                    view.columns(),
                    scope.own(tensors.call("reshape2", flatIds, batch.size(), batch.ids()[0].length - 1)),
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
                    focus ? scope.own(boxes(batch)) : nothing,
                    options.focusWeight(),
                    weight,
                    noiseSeed));
            (batch.edit() ? editLoss : captionLoss).add(loss);
        }
    }

    /** Brings carried pictures to the device: targets first, then references. */
    private Pixels.Pooled pooled(Batch batch, Scope scope) {
        return switch (batch.pixels()) {
            case Pixels.Pooled pooled -> pooled;
            case Pixels.Carried carried -> {
                int count = batch.size();
                byte[] all = new byte[carried.targets().length + carried.references().length];
                System.arraycopy(carried.targets(), 0, all, 0, carried.targets().length);
                System.arraycopy(carried.references(), 0, all, carried.targets().length, carried.references().length);
                Handle flat = scope.own(exchange.bytes(all));
                Handle pool = scope.own(trainer.call(
                        "pictures_of",
                        flat,
                        batch.bucket().height(),
                        batch.bucket().width()));
                yield new Pixels.Pooled(
                        pool,
                        LongStream.range(0, count).toArray(),
                        batch.edit() ? LongStream.range(count, 2L * count).toArray() : new long[0]);
            }
        };
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
                        new Layouts(tensors, exchange, ropeTables, config, key.grid(), ViewMatrices.grid(key))));
    }

    private ViewMatrices view(Bucket bucket) {
        return views.computeIfAbsent(bucket, key -> ViewMatrices.of(key, tensors, exchange, owned));
    }

    /** Clips the gradients, takes a step, and moves the average; the gradients begin anew. */
    void update(long number, double rate) {
        norm.close();
        norm = trainer.call("clip", grads, options.clip());
        moments.update(master, grads, new Moments.Step(number, rate, options));
        trainer.call("settle", master, grads, average, options.averageDecay(number))
                .close();
    }

    /** Waits for the device. */
    Course course() {
        return new Course(editLoss.take(), captionLoss.take(), trainer.callDouble("number", norm));
    }

    float[] averages() {
        return exchange.toFloats(average);
    }

    Map<String, Tensor> save() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("master", Tensor.float32(List.of((long) size), exchange.toFloats(master)));
        tensors.put("average", Tensor.float32(List.of((long) size), averages()));
        tensors.putAll(moments.save());
        return tensors;
    }

    void load(TrainingState state) {
        float[] values = state.floats("master", size);
        float[] averages = state.floats("average", size);
        moments.load(state);
        master.close();
        average.close();
        master = exchange.floats(values);
        average = exchange.floats(averages);
    }

    @Override
    public void close() {
        norm.close();
        master.close();
        average.close();
        owned.close();
    }
}
