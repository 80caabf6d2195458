package io.emaki.imaging;

import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.HiDreamException;
import io.emaki.hidream.TinyCheckpoint;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the configured checkpoint, or an untrained one where none is configured. */
final class EngineOpener {

    private static final Logger LOG = LoggerFactory.getLogger(EngineOpener.class);
    private static final long UNTRAINED_SEED = 1;

    private final ModelProperties model;
    private final ImagingFolders folders;

    EngineOpener(ModelProperties model, ImagingFolders folders) {
        this.model = model;
        this.folders = folders;
    }

    /** @throws EditorUnavailableException when the checkpoint or the settings cannot be used */
    HiDreamEngine open() {
        try {
            Path path = model.hasPath()
                    ? Path.of(model.path())
                    : TinyCheckpoint.writeTo(folders.untrainedModel(), UNTRAINED_SEED);
            HiDreamEngine engine = HiDreamEngine.open(path, model.configFolder(), model.engineOptions());
            if (engine.info().randomWeights()) {
                LOG.warn("The model {} was never trained: its pictures are noise. Set emaki.model.path.", path);
            } else {
                LOG.info("The model {} is ready ({}, {}).", path, model.precision(), model.device());
            }
            return engine;
        } catch (HiDreamException e) {
            throw new EditorUnavailableException("the model cannot be used: " + e.getMessage(), e);
        }
    }
}
