package io.emaki.hidream.train;

import io.emaki.hidream.runtime.Handle;

/** Where a batch's pictures are. */
sealed interface Pixels {

    /**
     * In a pool on the device, by slot.
     *
     * @param references empty for captions
     */
    record Pooled(Handle pool, long[] targets, long[] references) implements Pixels {}

    /**
     * On their way to the device: RGB bytes, one picture after another.
     *
     * @param references empty for captions
     */
    record Carried(byte[] targets, byte[] references) implements Pixels {}
}
