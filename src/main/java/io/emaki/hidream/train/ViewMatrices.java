package io.emaki.hidream.train;

import io.emaki.hidream.pixels.PillowResize;
import io.emaki.hidream.pixels.References;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import io.emaki.hidream.sequence.Grid;

/**
 * The resampling of a reference to its view for the vision tower as two matrices, so that the device can do it for a
 * whole batch.
 *
 * @param grid tokens of the view
 * @param rows [height of the view, height of the reference]
 * @param columns [width of the view, width of the reference]
 */
record ViewMatrices(Grid grid, Handle rows, Handle columns) {

    static Grid grid(Bucket bucket) {
        return References.viewGrid(bucket.width(), bucket.height(), References.viewSide(1));
    }

    /** @param owner closes the handles */
    static ViewMatrices of(Bucket bucket, Kernel tensors, Exchange exchange, Scope owner) {
        Grid grid = grid(bucket);
        return new ViewMatrices(
                grid,
                owner.own(matrix(bucket.height(), grid.rows() * 32, tensors, exchange)),
                owner.own(matrix(bucket.width(), grid.columns() * 32, tensors, exchange)));
    }

    private static Handle matrix(int from, int to, Kernel tensors, Exchange exchange) {
        float[][] matrix = PillowResize.matrix(from, to, PillowResize.Filter.LANCZOS);
        float[] flat = new float[to * from];
        for (int i = 0; i < to; i++) {
            System.arraycopy(matrix[i], 0, flat, i * from, from);
        }
        try (Handle raw = exchange.floats(flat)) {
            return tensors.call("reshape2", raw, to, from);
        }
    }
}
