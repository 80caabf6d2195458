package io.emaki.hidream.train;

import java.awt.Rectangle;
import java.util.List;

/**
 * Samples of one kind whose texts have the same number of tokens, so that they need no mask.
 *
 * @param ids token ids of every sample, time token included
 */
record Batch(List<TrainingSample> samples, long[][] ids) {

    int size() {
        return samples.size();
    }

    boolean isEdit() {
        return samples.getFirst().isEdit();
    }

    long[] targets() {
        return samples.stream().mapToLong(TrainingSample::target).toArray();
    }

    /** Boxes that count more as left, top, right, bottom of each sample, one after the other; empty boxes are all 0. */
    long[] focus() {
        long[] boxes = new long[4 * size()];
        for (int i = 0; i < size(); i++) {
            Rectangle box = samples.get(i).focus();
            if (box != null) {
                boxes[4 * i] = box.x;
                boxes[4 * i + 1] = box.y;
                boxes[4 * i + 2] = (long) box.x + box.width;
                boxes[4 * i + 3] = (long) box.y + box.height;
            }
        }
        return boxes;
    }

    long[] references() {
        return samples.stream().mapToLong(TrainingSample::reference).toArray();
    }
}
