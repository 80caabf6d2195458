package io.emaki.persona;

import org.jspecify.annotations.Nullable;

/**
 * A picture made for an appearance.
 *
 * @param appearance what the picture shows
 * @param instruction the words given to the image model
 * @param parameters JSON of the generation parameters
 * @param modelHash which model drew it; null when that is not known
 * @param depth how many edits lie between the identity picture and this one
 */
public record Picturing(
        ShownPicture picture,
        Appearance appearance,
        String instruction,
        String parameters,
        @Nullable String modelHash,
        int depth) {

    /** A portrait from before, which shows this appearance. */
    public static Picturing again(Portrait portrait, Appearance appearance) {
        return new Picturing(
                portrait.picture(),
                appearance,
                portrait.instruction().orElse(""),
                portrait.parameters().orElse("{}"),
                portrait.modelHash().orElse(null),
                portrait.editDepth());
    }
}
