package io.emaki.hidream.pipeline;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.CancelledException;
import io.emaki.hidream.ProgressListener;
import io.emaki.hidream.StepProgress;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.lora.AttachedStack;
import io.emaki.hidream.pixels.RgbImage;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.schedule.Scheduler;
import io.emaki.hidream.schedule.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The denoising loop of one picture: per step the model's clean prediction, velocity, guidance and the scheduler's
 * update, all float32 outside the transformer. Holds the tensors of the running step and releases them as it goes.
 */
public final class Sampler implements AutoCloseable {

    private static final double MIN_SIGMA = 0.001;
    private static final double FLASH_CLIP = 2.5;

    /**
     * What a run needs besides the model.
     *
     * @param conditional the prompt's prefix, made anew on every call where the cache is off
     * @param unconditional the same for the empty prompt, null without guidance
     * @param references clean patches [1, R, 3072]
     */
    public record Inputs(
            Supplier<Prefix> conditional,
            @Nullable Supplier<Prefix> unconditional,
            boolean cached,
            Handle references,
            AttachedStack stack,
            int width,
            int height,
            double guidanceScale,
            double noiseScale) {

        int targetTokens() {
            return (width / 32) * (height / 32);
        }
    }

    private final Model model;
    private final Kernel kernel;
    private final Inputs inputs;
    private final Scheduler scheduler;
    private Handle z;
    private final List<Handle> predictions = new ArrayList<>();
    private @Nullable Handle corrected;

    /** @param noise the starting sample [1, T, 3072], already scaled; owned by this sampler from now on */
    public Sampler(Model model, Inputs inputs, Scheduler scheduler, Handle noise) {
        this.model = model;
        this.kernel = model.kernel();
        this.inputs = inputs;
        this.scheduler = scheduler;
        this.z = noise;
    }

    /**
     * Runs all steps.
     *
     * @return mean seconds a step
     * @throws CancelledException between two steps
     */
    public double run(ProgressListener listener, CancellationToken cancel) {
        long start = System.nanoTime();
        for (int i = 0; i < scheduler.steps(); i++) {
            if (cancel.isCancelled()) {
                throw new CancelledException(i, scheduler.steps());
            }
            try (Handle clean = step(i)) {
                double perStep = (System.nanoTime() - start) / 1e9 / (i + 1);
                listener.onStep(new StepProgress(
                        i + 1, scheduler.steps(), perStep, () -> picture(clean).toBufferedImage()));
            }
        }
        return (System.nanoTime() - start) / 1e9 / scheduler.steps();
    }

    /** Runs one step and returns the conditional clean prediction, for a preview. */
    private Handle step(int i) {
        float time = (float) scheduler.time(i);
        float t = 1f - time / 1000f;
        double s = Math.max(time / 1000f, (float) MIN_SIGMA);
        Handle clean = denoise(inputs.conditional(), t);
        try (Handle velocity = guidedVelocity(clean, t, s)) {
            remember(kernel.call("mix", z, 1.0, velocity, scheduler.sigma(i)));
            advance(scheduler.update(i));
            return clean;
        } catch (RuntimeException e) {
            clean.close();
            throw e;
        }
    }

    private Handle guidedVelocity(Handle clean, float t, double s) {
        Handle conditional = kernel.call("velocity", clean, z, s);
        Supplier<Prefix> unconditional = inputs.unconditional();
        if (unconditional == null) {
            return conditional;
        }
        try (conditional;
                Handle cleanUnconditional = denoise(unconditional, t);
                Handle velocity = kernel.call("velocity", cleanUnconditional, z, s)) {
            return kernel.call("guide", conditional, velocity, inputs.guidanceScale());
        }
    }

    private Handle denoise(Supplier<Prefix> source, float t) {
        Prefix prefix = source.get();
        try {
            return denoise(prefix, t, inputs.targetTokens());
        } finally {
            if (!inputs.cached()) {
                prefix.close();
            }
        }
    }

    /**
     * The model's output for the present sample.
     *
     * @param rows target rows wanted; 0 for every gen token, time token and references included
     * @return clean patches [1, rows, 3072], float32
     */
    Handle denoise(Prefix prefix, float t, int rows) {
        ModelConfig.Text text = model.config().text();
        return kernel.call(
                "denoise",
                inputs.stack().ends(),
                model.weights().layers(),
                inputs.stack().layers(),
                prefix.kept(),
                prefix.genTable(),
                z,
                inputs.references(),
                (double) t,
                rows,
                text.heads(),
                text.kvHeads(),
                text.normEps());
    }

    private void remember(Handle prediction) {
        predictions.addFirst(prediction);
        if (predictions.size() > 3) {
            predictions.removeLast().close();
        }
    }

    private void advance(Update update) {
        Update.Corrector corrector = update.corrector();
        if (corrector != null && corrected != null) {
            Handle better = sum(corrected, corrector.x(), List.of(corrector.m(), corrector.m1(), corrector.m2()));
            z.close();
            z = better;
        }
        Handle next = predicted(update);
        if (corrected != null) {
            corrected.close();
        }
        corrected = z;
        z = next;
    }

    private Handle predicted(Update update) {
        Update.Predictor predictor = update.predictor();
        Handle next = sum(z, predictor.x(), List.of(predictor.m(), predictor.m1()));
        if (update.noise() == 0) {
            return next;
        }
        try (next;
                Handle fresh = kernel.call("clipped_noise", z, FLASH_CLIP)) {
            return kernel.call("mix", next, 1.0, fresh, update.noise() * inputs.noiseScale());
        }
    }

    /** x * factor plus the remembered predictions, newest first, by their factors. */
    private Handle sum(Handle x, double factor, List<Double> factors) {
        Handle total = kernel.call("mix", x, factor, predictions.getFirst(), factors.getFirst());
        for (int i = 1; i < factors.size(); i++) {
            if (factors.get(i) != 0) {
                try (Handle previous = total) {
                    total = kernel.call("mix", previous, 1.0, predictions.get(i), factors.get(i));
                }
            }
        }
        return total;
    }

    /** The present sample as a picture. */
    public RgbImage picture() {
        if (kernel.callLong("finite", z) == 0) {
            throw new IllegalStateException("the model produced numbers that are not finite; try another precision");
        }
        return picture(z);
    }

    /** The present sample [1, T, 3072]; owned by this sampler. */
    Handle sample() {
        return z;
    }

    private RgbImage picture(Handle patches) {
        try (Handle bytes = kernel.call("to_bytes", patches, inputs.height(), inputs.width())) {
            return new RgbImage(
                    inputs.width(), inputs.height(), model.exchange().toBytes(bytes));
        }
    }

    @Override
    public void close() {
        z.close();
        predictions.forEach(Handle::close);
        predictions.clear();
        if (corrected != null) {
            corrected.close();
            corrected = null;
        }
    }
}
