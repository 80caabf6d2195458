package io.emaki.hidream.train;

import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;

/** Boxes of a batch as one vector: left, top, right, bottom of each sample; all 0 where a sample has none. */
final class FocusBoxes {

    private FocusBoxes() {}

    /** Empty when no sample has a box. */
    static long[] of(List<Optional<Rectangle>> boxes) {
        if (boxes.stream().allMatch(Optional::isEmpty)) {
            return new long[0];
        }
        long[] flat = new long[4 * boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            int at = 4 * i;
            boxes.get(i).ifPresent(box -> {
                flat[at] = box.x;
                flat[at + 1] = box.y;
                flat[at + 2] = (long) box.x + box.width;
                flat[at + 3] = (long) box.y + box.height;
            });
        }
        return flat;
    }
}
