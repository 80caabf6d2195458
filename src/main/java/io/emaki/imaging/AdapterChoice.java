package io.emaki.imaging;

/**
 * An adapter picked by a request instead of a whole stack.
 *
 * @param name an adapter that some configured stack uses; a request cannot name other files
 * @param weight from -10 to 10; 1 is what it was trained at
 */
public record AdapterChoice(String name, double weight) {

    public AdapterChoice {
        if (!(Math.abs(weight) <= 10)) {
            throw new PictureRejectedException("lora", "the weight of '" + name + "' must be from -10 to 10");
        }
    }
}
