package io.emaki.hidream.pipeline;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.ImageResult;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.ModelInfo;
import io.emaki.hidream.ProgressListener;
import io.emaki.hidream.SchedulerKind;
import io.emaki.hidream.lora.AttachedStack;
import io.emaki.hidream.lora.StackAttacher;
import io.emaki.hidream.pixels.References;
import io.emaki.hidream.pixels.RgbImage;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import io.emaki.hidream.schedule.Scheduler;
import io.emaki.hidream.sequence.SequenceLayout;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From a request to a picture on one model. Not thread-safe; the engine lets one call in at a time. */
public final class Generator implements AutoCloseable {

    /** The empty prompt that guidance steers away from; it keeps the references. */
    private static final String UNCONDITIONAL = " ";

    private static final double FLASH_NOISE = 7.5 / 8;
    private static final int ATTACHED_STACKS = 4;
    /** libtorch's default random generator belongs to the process. */
    private static final ReentrantLock RANDOM = new ReentrantLock();

    private final Model model;
    private final Kernel kernel;
    private final Conditioner conditioner;
    private final StackAttacher attacher;
    private final boolean cached;
    private final NativeLru<LoraStack, AttachedStack> stacks = new NativeLru<>(1, ATTACHED_STACKS, stack -> 1);
    private final NativeLru<String, Handle> features = new NativeLru<>(1, 2, handle -> 1);
    private final NativeLru<PrefixKey, Prefix> prefixes;

    /** @param prefixCacheBytes limit of the prefix cache; 0 turns it off */
    public Generator(Model model, long prefixCacheBytes) {
        this.model = model;
        this.kernel = model.kernel();
        this.conditioner = new Conditioner(model);
        this.attacher = new StackAttacher(kernel, model.exchange(), model.weights(), model.config());
        this.cached = prefixCacheBytes > 0;
        this.prefixes = new NativeLru<>(2, prefixCacheBytes, Prefix::bytes);
    }

    public ImageResult generate(
            ImageRequest request, ModelInfo info, ProgressListener listener, CancellationToken cancel) {
        long start = System.nanoTime();
        try (Scope scope = new Scope()) {
            Sampling sampling = prepare(request, info, scope);
            Scheduler scheduler = Scheduler.of(request.scheduler(), request.steps(), request.shift());
            boolean random = request.scheduler() == SchedulerKind.FLASH;
            RANDOM.lock();
            boolean locked = true;
            try {
                Handle noise = noise(request.seed(), sampling.inputs());
                if (!random) {
                    RANDOM.unlock();
                    locked = false;
                }
                Sampler sampler = scope.own(new Sampler(model, sampling.inputs(), scheduler, noise));
                double perStep = sampler.run(listener, cancel);
                RgbImage picture = sampler.picture();
                return result(request, info, sampling, picture, perStep, start);
            } finally {
                if (locked) {
                    RANDOM.unlock();
                }
            }
        }
    }

    private static ImageResult result(
            ImageRequest request,
            ModelInfo info,
            Sampling sampling,
            RgbImage picture,
            double secondsPerStep,
            long start) {
        return new ImageResult(
                picture.toBufferedImage(),
                picture.width(),
                picture.height(),
                request.steps(),
                request.guidanceScale(),
                request.shift(),
                request.seed(),
                request.scheduler(),
                sampling.inputs().noiseScale(),
                secondsPerStep,
                (System.nanoTime() - start) / 1e9,
                info.hash(),
                sampling.layout().ids().length,
                sampling.inputs().targetTokens(),
                sampling.layout().visual().length);
    }

    /** Everything up to the first step. */
    record Sampling(References references, SequenceLayout layout, Sampler.Inputs inputs) {}

    Sampling prepare(ImageRequest request, ModelInfo info, Scope scope) {
        References references = References.prepare(
                request.references(), request.layout(), request.width(), request.height(), request.keepAspect());
        AttachedStack stack = stacks.get(request.loraStack(), () -> attacher.attach(request.loraStack()));
        SequenceLayout layout = conditioner.layout(request.prompt(), references);
        String digest = digest(references);
        Supplier<Prefix> conditional = prefix(request.prompt(), references, digest, stack);
        boolean guided = request.guidanceScale() > 1;
        Supplier<Prefix> unconditional = guided ? prefix(UNCONDITIONAL, references, digest, stack) : null;
        return new Sampling(
                references,
                layout,
                new Sampler.Inputs(
                        conditional,
                        unconditional,
                        cached,
                        scope.own(conditioner.patches(references)),
                        stack,
                        references.width(),
                        references.height(),
                        request.guidanceScale(),
                        noiseScale(request, info)));
    }

    private static double noiseScale(ImageRequest request, ModelInfo info) {
        @Nullable Double asked = request.noiseScale();
        if (asked != null) {
            return asked;
        }
        double own = info.defaultNoiseScale();
        return request.scheduler() == SchedulerKind.FLASH ? own * FLASH_NOISE : own;
    }

    private Supplier<Prefix> prefix(String prompt, References references, String digest, AttachedStack stack) {
        Supplier<Prefix> maker = () -> conditioner.prefix(
                conditioner.layout(prompt, references),
                features.get(digest, () -> conditioner.features(references)),
                stack);
        if (!cached) {
            return maker;
        }
        PrefixKey key = new PrefixKey(prompt, digest, stack.key(), references.width(), references.height());
        return () -> prefixes.get(key, maker);
    }

    /** The seed convention of the official pipeline: both generators start at seed + 1. */
    private Handle noise(long seed, Sampler.Inputs inputs) {
        kernel.run("seed", seed + 1);
        Handle noise = kernel.call(
                "noise",
                inputs.height(),
                inputs.width(),
                inputs.noiseScale(),
                model.exchange().device());
        kernel.run("seed", seed + 1);
        return noise;
    }

    private static String digest(References references) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (RgbImage image : references.patches()) {
                digest.update((image.width() + "x" + image.height() + ";")
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                digest.update(image.rgb());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Conditioner conditioner() {
        return conditioner;
    }

    @Override
    public void close() {
        prefixes.close();
        features.close();
        stacks.close();
    }
}
