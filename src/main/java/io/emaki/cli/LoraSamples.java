package io.emaki.cli;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.EngineOptions;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.ImageResult;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.LoraWeight;
import io.emaki.hidream.Precision;
import io.emaki.hidream.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One caption drawn by the engine with the adapter so far, always from the same noise. The engine is opened for each
 * picture, so that its memory is free between them.
 *
 * @param folder of the adapter; pictures go to {@code samples} in it
 */
record LoraSamples(Path model, @Nullable Path config, Path folder, String device, String prompt, long seed) {

    /** Draws with the adapter as it is saved. */
    void draw(long step, CancellationToken cancel) {
        Path pictures = folder.resolve("samples");
        try {
            Files.createDirectories(pictures);
        } catch (IOException e) {
            throw new UncheckedIOException(pictures + " cannot be made", e);
        }
        PictureFile file = PictureFile.at(pictures.resolve(String.format(Locale.ROOT, "step-%06d.png", step)));
        Precision precision = device.equals("cpu") ? Precision.FLOAT32 : Precision.BFLOAT16;
        EngineOptions options = new EngineOptions(precision, device, EngineOptions.DEFAULT_PREFIX_CACHE_BYTES);
        try (HiDreamEngine engine = HiDreamEngine.open(model, config, options)) {
            ImageRequest request = ImageRequest.builder(prompt, engine.info())
                    .seed(seed)
                    .loraStack(new LoraStack(List.of(new LoraWeight(folder, 1))))
                    .build();
            ImageResult result = engine.generate(request, ProgressListener.silent(), cancel);
            file.write(
                    result.image(),
                    Map.of(
                            "model", engine.info().name(),
                            "modelHash", result.modelHash(),
                            "steps", String.valueOf(result.steps()),
                            "guidanceScale", String.valueOf(result.guidanceScale()),
                            "seed", String.valueOf(seed),
                            "trainingSteps", String.valueOf(step)));
        }
    }
}
