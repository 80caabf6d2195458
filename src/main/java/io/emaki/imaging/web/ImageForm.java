package io.emaki.imaging.web;

import io.emaki.imaging.EditorInfo;
import io.emaki.imaging.PictureRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What both routes take besides pictures: OpenAI's fields and ours.
 *
 * @param n pictures wanted, 1 to 10
 * @param size null for {@code auto}
 * @param links whether the answer holds links instead of the pictures themselves
 * @param partialImages previews wanted in a stream, 0 to 3
 * @param steps overrides what {@code quality} would take
 */
record ImageForm(
        String prompt,
        int n,
        @Nullable PictureSize size,
        Quality quality,
        boolean qualityAsked,
        boolean links,
        Output output,
        boolean stream,
        int partialImages,
        @Nullable Integer steps,
        @Nullable Double guidanceScale,
        @Nullable Double shift,
        @Nullable Long seed,
        LoraField lora,
        @Nullable String scheduler) {

    private static final int MOST = 10;
    private static final Set<String> COMMON = Set.of(
            "prompt",
            "model",
            "n",
            "size",
            "quality",
            "response_format",
            "output_format",
            "output_compression",
            "background",
            "moderation",
            "stream",
            "partial_images",
            "user",
            "steps",
            "guidance_scale",
            "shift",
            "seed",
            "lora",
            "scheduler");

    /**
     * @param more the route's own fields
     * @throws ApiError naming the field that is missing, wrong or cannot be honoured
     */
    static ImageForm of(Fields fields, Set<String> more) {
        Set<String> known = new TreeSet<>(COMMON);
        known.addAll(more);
        fields.allowOnly(known);
        String prompt = fields.text("prompt");
        if (prompt == null) {
            throw ApiError.invalid("prompt", "is required", "missing_required_parameter");
        }
        refuseWhatCannotBeHonoured(fields);
        String quality = fields.choice("quality", "auto", Quality.NAMES);
        boolean stream = fields.flag("stream");
        int n = orElse(fields.integer("n", 1, MOST), 1);
        int partialImages = orElse(fields.integer("partial_images", 0, 3), 0);
        String responseFormat = fields.choice("response_format", "b64_json", List.of("url", "b64_json"));
        if (stream && n > 1) {
            throw ApiError.invalid("n", "must be 1 with stream");
        }
        if (stream && responseFormat.equals("url")) {
            throw ApiError.invalid("response_format", "must be b64_json with stream");
        }
        if (partialImages > 0 && !stream) {
            throw ApiError.invalid("partial_images", "needs stream");
        }
        Long steps = fields.integer("steps", 1, 1000);
        return new ImageForm(
                prompt,
                n,
                PictureSize.of(fields),
                Quality.parse(quality),
                !quality.equals("auto"),
                responseFormat.equals("url"),
                Output.of(fields),
                stream,
                partialImages,
                steps == null ? null : steps.intValue(),
                fields.decimal("guidance_scale"),
                fields.decimal("shift"),
                fields.integer("seed", 0, PictureRequest.MAX_SEED),
                LoraField.of(fields),
                fields.has("scheduler")
                        ? fields.choice("scheduler", "unipc", List.of("unipc", "flow-match", "flash"))
                        : null);
    }

    private static void refuseWhatCannotBeHonoured(Fields fields) {
        if ("transparent".equals(fields.text("background"))) {
            throw ApiError.invalid("background", "cannot be transparent; every picture is opaque", "unsupported_value");
        }
        fields.choice("background", "auto", List.of("auto", "opaque"));
        // There is no filter to turn up or down, so both of OpenAI's levels are met.
        fields.choice("moderation", "auto", List.of("auto", "low"));
        fields.text("user");
        if (fields.has("mask")) {
            throw ApiError.invalid(
                    "mask", "is not supported; say in the prompt what is to change", "unsupported_parameter");
        }
        if (!fields.choice("input_fidelity", "high", List.of("high", "low")).equals("high")) {
            throw ApiError.invalid("input_fidelity", "is always high here", "unsupported_value");
        }
    }

    /**
     * One request per picture. A given seed counts up from picture to picture.
     *
     * @param model asked for only when the quality decides the steps
     */
    List<PictureRequest> requests(List<byte[]> references, Supplier<EditorInfo> model) {
        Integer wanted = steps;
        if (wanted == null && qualityAsked) {
            wanted = quality.steps(model.get().defaultSteps());
        }
        PictureRequest first = new PictureRequest(
                prompt,
                references,
                size == null ? null : size.width(),
                size == null ? null : size.height(),
                wanted,
                guidanceScale,
                shift,
                seed,
                lora.stack(),
                lora.adapters(),
                scheduler);
        List<PictureRequest> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(seed == null ? first : first.withSeed(seed > PictureRequest.MAX_SEED - i ? i : seed + i));
        }
        return all;
    }

    private static int orElse(@Nullable Long value, int otherwise) {
        return value == null ? otherwise : value.intValue();
    }
}
