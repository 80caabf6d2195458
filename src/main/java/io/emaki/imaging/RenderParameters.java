package io.emaki.imaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a picture was made; enough to make it again.
 *
 * @param model the model's own name
 * @param modelHash SHA-256 that identifies the checkpoint
 * @param loraStack name of the stack, null where single adapters were picked
 * @param secondsPerStep mean wall time of a step
 * @param seconds wall time of the whole picture, without waiting
 * @param promptTokens text and reference tokens that went in
 * @param referenceTokens those of promptTokens that show references
 * @param imageTokens tokens of the picture that came out
 */
public record RenderParameters(
        int steps,
        double guidanceScale,
        double shift,
        long seed,
        String scheduler,
        double noiseScale,
        @Nullable String loraStack,
        List<UsedAdapter> adapters,
        String model,
        String modelHash,
        double secondsPerStep,
        double seconds,
        int promptTokens,
        int referenceTokens,
        int imageTokens) {

    /**
     * An adapter that took part.
     *
     * @param sha256 of its weights file
     */
    public record UsedAdapter(String name, double weight, String sha256) {}

    public RenderParameters {
        adapters = List.copyOf(adapters);
    }
}
