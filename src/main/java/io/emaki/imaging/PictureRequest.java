package io.emaki.imaging;

import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.InvalidRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture to draw (no references) or to edit (one or more). What is null is the model's own default.
 *
 * @param prompt caption or edit instruction, 1 to 32,000 characters
 * @param references encoded pictures (PNG, JPEG or WebP), at most 16
 * @param width pixels, a multiple of 32 from 64 to 3104; null, as the height then is too, takes the model's native size, in
 *     the shape of the reference where there is exactly one
 * @param steps 1 to 1000
 * @param guidanceScale 0 to 30
 * @param shift 0.01 to 100
 * @param seed 0 to 2^63 - 2; null draws one
 * @param loraStack name of a configured stack; null is the base model
 * @param adapters used instead of a stack; empty unless loraStack is null
 * @param scheduler {@code unipc}, {@code flow-match} or {@code flash}; null is unipc
 */
public record PictureRequest(
        String prompt,
        List<byte[]> references,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer steps,
        @Nullable Double guidanceScale,
        @Nullable Double shift,
        @Nullable Long seed,
        @Nullable String loraStack,
        List<AdapterChoice> adapters,
        @Nullable String scheduler) {

    /** Seeds end here, since the engine starts its generator at the seed plus one. */
    public static final long MAX_SEED = Long.MAX_VALUE - 1;

    public PictureRequest {
        references = List.copyOf(references);
        adapters = List.copyOf(adapters);
        if (prompt.isBlank()) {
            throw new PictureRejectedException("prompt", "must not be empty");
        }
        if (prompt.length() > ImageRequest.MAX_PROMPT) {
            throw new PictureRejectedException(
                    "prompt", "must have at most " + ImageRequest.MAX_PROMPT + " characters, not " + prompt.length());
        }
        if (references.size() > ImageRequest.MAX_REFERENCES) {
            throw new PictureRejectedException(
                    "image", "at most " + ImageRequest.MAX_REFERENCES + " are allowed, not " + references.size());
        }
        if ((width == null) != (height == null)) {
            throw new PictureRejectedException("size", "width and height come together");
        }
        if (width != null && height != null) {
            requireSize(width, height);
        }
        if (steps != null && (steps < 1 || steps > 1000)) {
            throw new PictureRejectedException("steps", "must be from 1 to 1000, not " + steps);
        }
        requireRange("guidance_scale", guidanceScale, 0, 30);
        requireRange("shift", shift, 0.01, 100);
        if (seed != null && (seed < 0 || seed > MAX_SEED)) {
            throw new PictureRejectedException("seed", "must be from 0 to " + MAX_SEED + ", not " + seed);
        }
        if (loraStack != null && !adapters.isEmpty()) {
            throw new PictureRejectedException("lora", "takes a stack or single adapters, not both");
        }
    }

    public PictureRequest(
            String prompt,
            List<byte[]> references,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Integer steps,
            @Nullable Double guidanceScale,
            @Nullable Double shift,
            @Nullable Long seed,
            @Nullable String loraStack) {
        this(prompt, references, width, height, steps, guidanceScale, shift, seed, loraStack, List.of(), null);
    }

    /** The same picture under another seed. */
    public PictureRequest withSeed(long newSeed) {
        return new PictureRequest(
                prompt,
                references,
                width,
                height,
                steps,
                guidanceScale,
                shift,
                newSeed,
                loraStack,
                adapters,
                scheduler);
    }

    private static void requireSize(int width, int height) {
        try {
            ImageRequest.requireSide("width", width);
            ImageRequest.requireSide("height", height);
        } catch (InvalidRequestException e) {
            throw new PictureRejectedException("size", e.field() + " " + e.reason(), e);
        }
    }

    private static void requireRange(String field, @Nullable Double value, double low, double high) {
        if (value != null && !(value >= low && value <= high)) {
            throw new PictureRejectedException(field, "must be from " + low + " to " + high + ", not " + value);
        }
    }
}
