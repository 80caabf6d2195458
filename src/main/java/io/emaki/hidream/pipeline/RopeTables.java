package io.emaki.hidream.pipeline;

import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;

/** Makes rotary tables of interleaved mRoPE for a model's sizes. */
public final class RopeTables implements AutoCloseable {

    private final Kernel kernel;
    private final Exchange exchange;
    private final Handle axis;
    private final Handle frequencies;

    public RopeTables(Kernel kernel, Exchange exchange, ModelConfig.Text text) {
        this.kernel = kernel;
        this.exchange = exchange;
        this.axis = exchange.longs(axisOfFrequency(text));
        this.frequencies = exchange.floats(frequencies(text));
    }

    /** Frequencies go t h w t h w ... until the sections of h and w are used up, the rest to t. */
    private static long[] axisOfFrequency(ModelConfig.Text text) {
        long[] axis = new long[text.headDim() / 2];
        for (int i = 0; i < axis.length; i++) {
            int candidate = i % 3;
            axis[i] = candidate > 0 && i < 3 * text.mropeSection().get(candidate) ? candidate : 0;
        }
        return axis;
    }

    private static float[] frequencies(ModelConfig.Text text) {
        float[] frequencies = new float[text.headDim() / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = 1f / (float) Math.pow(text.ropeTheta(), (float) (2 * i) / text.headDim());
        }
        return frequencies;
    }

    /** Cosines and sines [2, L, headDim], float32, of three rows of L positions. */
    public Handle table(long[][] positions) {
        int length = positions[0].length;
        long[] flat = new long[3 * length];
        for (int row = 0; row < 3; row++) {
            System.arraycopy(positions[row], 0, flat, row * length, length);
        }
        try (Handle raw = exchange.longs(flat);
                Handle shaped = kernel.call("reshape2", raw, 3, length)) {
            return kernel.call("rope", shaped, axis, frequencies);
        }
    }

    @Override
    public void close() {
        axis.close();
        frequencies.close();
    }
}
