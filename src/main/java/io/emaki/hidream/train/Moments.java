package io.emaki.hidream.train;

import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import io.emaki.hidream.runtime.Handle;
import java.util.Map;

/** An optimiser's state, and its step. */
interface Moments extends AutoCloseable {

    /** What a step is taken with. */
    record Step(long number, double rate, TrainingOptions options) {

        double beta1() {
            return options.optimizer().beta1();
        }
    }

    /** Moves master along the clipped gradients grads; both are flat float32 vectors. */
    void update(Handle master, Handle grads, Step step);

    /** Bytes that the state takes. */
    long bytes();

    /** The state by name. */
    Map<String, Tensor> save();

    /** @throws io.emaki.hidream.InvalidRequestException when the state lacks something or is of another size */
    void load(TrainingState state);

    @Override
    void close();
}
