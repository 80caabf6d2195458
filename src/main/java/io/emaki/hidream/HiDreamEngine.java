package io.emaki.hidream;

import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.pipeline.Generator;
import io.emaki.hidream.pipeline.Model;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A HiDream-O1 checkpoint ready to draw and edit. One call runs at a time; further callers wait. Native memory is
 * released by {@link #close()}.
 */
public final class HiDreamEngine implements AutoCloseable {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Model model;
    private final Generator generator;
    private final ModelInfo info;

    private HiDreamEngine(Model model, EngineOptions options) {
        this.model = model;
        this.generator = new Generator(model, options.prefixCacheBytes());
        this.info = describe(model);
    }

    /**
     * Opens the official folder layout or the one-file layout on the CPU.
     *
     * @param configDir folder of config.json and tokenizer.json; null means the model's own
     * @throws CheckpointException when the files are missing, malformed or do not fit each other
     */
    public static HiDreamEngine open(Path modelDirOrFile, @Nullable Path configDir, Precision precision) {
        return open(modelDirOrFile, configDir, EngineOptions.of(precision));
    }

    public static HiDreamEngine open(Path modelDirOrFile, @Nullable Path configDir, EngineOptions options) {
        Model model = Model.open(modelDirOrFile, configDir, options.precision(), options.device());
        try {
            return new HiDreamEngine(model, options);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static ModelInfo describe(Model model) {
        ModelConfig.Recipe recipe = model.config().recipe();
        return new ModelInfo(
                model.checkpoint().path(),
                recipe.name(),
                recipe.nativeWidth(),
                recipe.nativeHeight(),
                recipe.steps(),
                recipe.guidanceScale(),
                recipe.shift(),
                recipe.noiseScale(),
                recipe.randomWeights(),
                model.checkpoint().hash());
    }

    public ModelInfo info() {
        return info;
    }

    /** Whether edits run with DeepStack features; some one-file checkpoints come without them. */
    public boolean hasDeepstack() {
        return model.checkpoint().hasDeepstack();
    }

    /**
     * Draws a picture, or edits the references.
     *
     * @throws InvalidRequestException when a field does not fit this model
     * @throws LoraException when an adapter cannot be used
     * @throws CancelledException when cancelled between two steps
     */
    public ImageResult generate(ImageRequest request, ProgressListener listener, CancellationToken cancel) {
        turn.lock();
        try {
            return generator.generate(request, info, listener, cancel);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            generator.close();
            model.close();
        } finally {
            turn.unlock();
        }
    }
}
