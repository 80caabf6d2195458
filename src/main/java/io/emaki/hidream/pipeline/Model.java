package io.emaki.hidream.pipeline;

import io.emaki.hidream.Precision;
import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.checkpoint.Weights;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import io.emaki.hidream.text.ChatTokenizer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A loaded checkpoint with everything that calls on it share. */
public final class Model implements AutoCloseable {

    private final Scope owned = new Scope();
    private final Checkpoint checkpoint;
    private final Kernel kernel;
    private final Exchange exchange;
    private final ChatTokenizer tokenizer;
    private final Weights weights;
    private final Handle ropeAxis;
    private final Handle ropeFrequencies;

    private Model(Checkpoint checkpoint, Precision precision, String device) {
        this.checkpoint = checkpoint;
        try {
            tokenizer = owned.own(ChatTokenizer.open(checkpoint.tokenizerFile()));
            kernel = owned.own(Kernel.load());
            exchange = owned.own(new Exchange(kernel, device));
            weights = owned.own(Weights.load(kernel, exchange, checkpoint, precision));
            ropeAxis =
                    owned.own(exchange.longs(axisOfFrequency(checkpoint.config().text())));
            ropeFrequencies =
                    owned.own(exchange.floats(frequencies(checkpoint.config().text())));
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    /**
     * @param device {@code cpu} or {@code cuda:N}
     * @throws io.emaki.hidream.CheckpointException when a file is missing, malformed or does not fit
     */
    public static Model open(Path path, @Nullable Path configFolder, Precision precision, String device) {
        return new Model(Checkpoint.open(path, configFolder), precision, device);
    }

    /** Interleaved mRoPE: frequencies go t h w t h w ... until the sections of h and w are used up, the rest to t. */
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

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    public ModelConfig config() {
        return checkpoint.config();
    }

    public Kernel kernel() {
        return kernel;
    }

    public Exchange exchange() {
        return exchange;
    }

    public ChatTokenizer tokenizer() {
        return tokenizer;
    }

    public Weights weights() {
        return weights;
    }

    /** Rotary table [2, L, headDim] of three rows of positions. */
    public Handle ropeTable(long[][] positions) {
        int length = positions[0].length;
        long[] flat = new long[3 * length];
        for (int axis = 0; axis < 3; axis++) {
            System.arraycopy(positions[axis], 0, flat, axis * length, length);
        }
        try (Handle raw = exchange.longs(flat);
                Handle shaped = kernel.call("reshape2", raw, 3, length)) {
            return kernel.call("rope", shaped, ropeAxis, ropeFrequencies);
        }
    }

    @Override
    public void close() {
        owned.close();
    }
}
