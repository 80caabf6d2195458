package io.emaki.imaging.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The field {@code size}: {@code WIDTHxHEIGHT}, or {@code auto} (null here) for what fits the model and the reference. */
record PictureSize(int width, int height) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,6})x(\\d{1,6})");

    static @Nullable PictureSize of(Fields fields) {
        String text = fields.text("size");
        if (text == null || text.equals("auto")) {
            return null;
        }
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw ApiError.invalid(
                    "size",
                    "must be 'auto' or WIDTHxHEIGHT with multiples of 32 from 64 to 3104, not '" + Fields.shown(text)
                            + "'");
        }
        return new PictureSize(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }
}
