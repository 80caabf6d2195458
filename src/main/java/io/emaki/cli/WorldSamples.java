package io.emaki.cli;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.CancelledException;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.ProgressListener;
import io.emaki.world.Language;
import io.emaki.world.RenderStyle;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a model in training draws of avatars that it never sees: always the same caption and the same edit. */
final class WorldSamples {

    private static final long SEED = 17;

    private WorldSamples() {}

    static void draw(HiDreamEngine engine, Path folder, long step, CancellationToken cancel) throws IOException {
        Files.createDirectories(folder);
        WorldDataset world = WorldDataset.evaluation(SEED);
        try {
            draw(engine, folder, "caption", world.caption(0, Language.ENGLISH), step, cancel);
            draw(engine, folder, "edit", world.edit(1, Language.ENGLISH), step, cancel);
        } catch (CancelledException interrupted) {
            // The run ends before its next step and says so.
        }
    }

    private static void draw(
            HiDreamEngine engine, Path folder, String kind, WorldSample sample, long step, CancellationToken cancel) {
        int size = engine.info().nativeWidth();
        ImageRequest.Builder request = ImageRequest.builder(sample.text(), engine.info())
                .size(size, size)
                .seed(SEED);
        if (kind.equals("edit")) {
            request.references(List.<BufferedImage>of(new WorldRenderer()
                    .render(sample.identity(), Objects.requireNonNull(sample.reference()), RenderStyle.PLAIN, size)));
        }
        PictureFile file = PictureFile.at(folder.resolve(String.format(Locale.ROOT, "step-%07d-%s.png", step, kind)));
        file.write(
                engine.generate(request.build(), ProgressListener.silent(), cancel)
                        .image(),
                Map.of("model", engine.info().name(), "trainingSteps", String.valueOf(step), "text", sample.text()));
    }
}
