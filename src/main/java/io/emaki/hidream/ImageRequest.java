package io.emaki.hidream;

import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture to draw (no references) or to edit (one or more references).
 *
 * @param prompt caption or edit instruction, 1 to 32,000 characters
 * @param references at most 16 pictures, each at least 16 pixels on a side
 * @param layout boxes as JSON, {@code [[x1,x2,y1,y2],...]} relative to the picture, or null; needs references
 * @param width pixels, a multiple of 32 from 64 to 3104
 * @param height pixels, a multiple of 32 from 64 to 3104
 * @param keepAspect with exactly one reference: the size follows the reference's aspect, at about max(width, height)
 *     squared pixels
 * @param steps 1 to 1000
 * @param guidanceScale 0 to 30; guidance runs where it is above 1
 * @param shift 0.01 to 100
 * @param seed 0 to 2^63 - 2
 * @param noiseScale 0.01 to 100, or null for the model's own (flash: 7.5/8 of it)
 */
public record ImageRequest(
        String prompt,
        List<BufferedImage> references,
        @Nullable String layout,
        int width,
        int height,
        boolean keepAspect,
        int steps,
        double guidanceScale,
        double shift,
        long seed,
        SchedulerKind scheduler,
        @Nullable Double noiseScale,
        LoraStack loraStack) {

    public static final int MAX_PROMPT = 32_000;
    public static final int MAX_REFERENCES = 16;
    public static final int MIN_SIDE = 64;
    public static final int MAX_SIDE = 3104;
    public static final int PATCH = 32;

    public ImageRequest {
        references = List.copyOf(references);
        if (prompt.isBlank()) {
            throw new InvalidRequestException("prompt", "must not be empty");
        }
        if (prompt.length() > MAX_PROMPT) {
            throw new InvalidRequestException(
                    "prompt", "must have at most " + MAX_PROMPT + " characters, not " + prompt.length());
        }
        if (references.size() > MAX_REFERENCES) {
            throw new InvalidRequestException(
                    "references", "at most " + MAX_REFERENCES + " are allowed, not " + references.size());
        }
        for (int i = 0; i < references.size(); i++) {
            BufferedImage reference = references.get(i);
            if (reference.getWidth() < 16 || reference.getHeight() < 16) {
                throw new InvalidRequestException(
                        "references[" + i + "]",
                        "must be at least 16x16 pixels, not " + reference.getWidth() + "x" + reference.getHeight());
            }
        }
        if (layout != null && references.isEmpty()) {
            throw new InvalidRequestException("layout", "boxes need at least one reference image");
        }
        requireSide("width", width);
        requireSide("height", height);
        if (keepAspect && references.size() != 1) {
            throw new InvalidRequestException("keep_aspect", "needs exactly one reference, not " + references.size());
        }
        if (steps < 1 || steps > 1000) {
            throw new InvalidRequestException("steps", "must be from 1 to 1000, not " + steps);
        }
        requireRange("guidance_scale", guidanceScale, 0, 30);
        requireRange("shift", shift, 0.01, 100);
        if (seed < 0 || seed == Long.MAX_VALUE) {
            throw new InvalidRequestException("seed", "must be from 0 to 2^63 - 2, not " + seed);
        }
        if (noiseScale != null) {
            requireRange("noise_scale", noiseScale, 0.01, 100);
        }
    }

    /** Checks one side of a picture size. */
    public static void requireSide(String field, int pixels) {
        if (pixels < MIN_SIDE || pixels > MAX_SIDE || pixels % PATCH != 0) {
            throw new InvalidRequestException(
                    field,
                    "must be a multiple of " + PATCH + " from " + MIN_SIDE + " to " + MAX_SIDE + ", not " + pixels);
        }
    }

    private static void requireRange(String field, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new InvalidRequestException(field, "must be from " + low + " to " + high + ", not " + value);
        }
    }

    /** Starts from a model's own defaults. */
    public static Builder builder(String prompt, ModelInfo model) {
        return new Builder(prompt)
                .size(model.nativeWidth(), model.nativeHeight())
                .steps(model.defaultSteps())
                .guidanceScale(model.defaultGuidance())
                .shift(model.defaultShift());
    }

    /** Starts from the official recipe of the full model: 2048x2048, 50 steps, guidance 5, shift 3, UniPC. */
    public static Builder builder(String prompt) {
        return new Builder(prompt);
    }

    /** Collects the fields; {@link #build()} checks them. */
    public static final class Builder {

        private final String prompt;
        private List<BufferedImage> references = List.of();
        private @Nullable String layout;
        private int width = 2048;
        private int height = 2048;
        private boolean keepAspect;
        private int steps = 50;
        private double guidanceScale = 5;
        private double shift = 3;
        private long seed = 32;
        private SchedulerKind scheduler = SchedulerKind.UNIPC;
        private @Nullable Double noiseScale;
        private LoraStack loraStack = LoraStack.none();

        private Builder(String prompt) {
            this.prompt = prompt;
        }

        public Builder references(List<BufferedImage> value) {
            references = value;
            return this;
        }

        public Builder layout(@Nullable String value) {
            layout = value;
            return this;
        }

        public Builder size(int newWidth, int newHeight) {
            width = newWidth;
            height = newHeight;
            return this;
        }

        public Builder keepAspect(boolean value) {
            keepAspect = value;
            return this;
        }

        public Builder steps(int value) {
            steps = value;
            return this;
        }

        public Builder guidanceScale(double value) {
            guidanceScale = value;
            return this;
        }

        public Builder shift(double value) {
            shift = value;
            return this;
        }

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public Builder scheduler(SchedulerKind value) {
            scheduler = value;
            return this;
        }

        public Builder noiseScale(@Nullable Double value) {
            noiseScale = value;
            return this;
        }

        public Builder loraStack(LoraStack value) {
            loraStack = value;
            return this;
        }

        public ImageRequest build() {
            return new ImageRequest(
                    prompt,
                    references,
                    layout,
                    width,
                    height,
                    keepAspect,
                    steps,
                    guidanceScale,
                    shift,
                    seed,
                    scheduler,
                    noiseScale,
                    loraStack);
        }
    }
}
