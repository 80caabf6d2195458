package io.emaki.hidream.train;

/**
 * One pair or triple, its pictures by slot in the pool.
 *
 * @param text caption, or edit instruction where there is a reference
 * @param target slot of the picture to learn
 * @param reference slot of the picture to edit, or -1 for text-to-image
 * @param stamp lets the source tell whether the slots still hold these pictures
 */
public record TrainingSample(String text, int target, int reference, long stamp) {

    public boolean isEdit() {
        return reference >= 0;
    }
}
