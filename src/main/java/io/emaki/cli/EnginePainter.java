package io.emaki.cli;

import io.emaki.evaluation.Painter;
import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.CancelledException;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.ProgressListener;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paints at the model's native size, under one LoRA stack. */
record EnginePainter(HiDreamEngine engine, RecipeOptions recipe, LoraStack stack, CancellationToken cancel)
        implements Painter {

    @Override
    public @Nullable BufferedImage paint(String text, @Nullable BufferedImage reference, long seed) {
        ImageRequest.Builder request =
                ImageRequest.builder(text, engine.info()).seed(seed).loraStack(stack);
        recipe.fill(request);
        if (reference != null) {
            request.references(List.of(reference));
        }
        try {
            return engine.generate(request.build(), ProgressListener.silent(), cancel)
                    .image();
        } catch (CancelledException stopped) {
            return null;
        }
    }
}
