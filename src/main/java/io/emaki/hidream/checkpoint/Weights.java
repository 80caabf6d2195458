package io.emaki.hidream.checkpoint;

import io.emaki.hidream.Precision;
import io.emaki.hidream.runtime.DType;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;

/**
 * A checkpoint's weights as native lists, in the order of the comments in {@code decoder.py}, {@code vision.py} and
 * {@code diffusion.py}.
 */
public final class Weights implements AutoCloseable {

    /** Lists of the vision tower. */
    public record Vision(Handle stem, Handle blocks, Handle merger, Handle taps, Handle tapAt) {}

    private final Scope owned;
    private final DType compute;
    private final Handle ends;
    private final Handle layers;
    private final Vision vision;

    Weights(Scope owned, DType compute, Handle ends, Handle layers, Vision vision) {
        this.owned = owned;
        this.compute = compute;
        this.ends = ends;
        this.layers = layers;
        this.vision = vision;
    }

    /** Loads or maps the weights on the exchange's device. */
    public static Weights load(Kernel kernel, Exchange exchange, Checkpoint checkpoint, Precision precision) {
        return new WeightLoader(kernel, exchange, checkpoint, precision).load();
    }

    /** The dtype of activations. */
    public DType compute() {
        return compute;
    }

    /** Embedders, output head, token embeddings and final norm. */
    public Handle ends() {
        return ends;
    }

    /** A list of 18 tensors for every decoder layer. */
    public Handle layers() {
        return layers;
    }

    public Vision vision() {
        return vision;
    }

    @Override
    public void close() {
        owned.close();
    }
}
