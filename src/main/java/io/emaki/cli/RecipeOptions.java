package io.emaki.cli;

import io.emaki.hidream.ImageRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How pictures are sampled; what is not given comes from the model. */
final class RecipeOptions {

    @Option(names = "--steps", paramLabel = "N", description = "1 to 1000 (default: the model's own).")
    private @Nullable Integer steps;

    @Option(
            names = "--guidance",
            paramLabel = "X",
            description = "0 to 30; up to 1 means without guidance (default: the model's own).")
    private @Nullable Double guidance;

    @Option(names = "--shift", paramLabel = "X", description = "0.01 to 100 (default: the model's own).")
    private @Nullable Double shift;

    void fill(ImageRequest.Builder request) {
        if (steps != null) {
            request.steps(steps);
        }
        if (guidance != null) {
            request.guidanceScale(guidance);
        }
        if (shift != null) {
            request.shift(shift);
        }
    }
}
