package io.emaki.hidream.pipeline;

import io.emaki.hidream.Precision;
import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.checkpoint.Weights;
import io.emaki.hidream.runtime.Exchange;
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
    private final RopeTables ropeTables;

    private Model(Checkpoint checkpoint, Precision precision, String device) {
        this.checkpoint = checkpoint;
        try {
            tokenizer = owned.own(ChatTokenizer.open(checkpoint.tokenizerFile()));
            kernel = owned.own(Kernel.load());
            exchange = owned.own(new Exchange(kernel, device));
            weights = owned.own(Weights.load(kernel, exchange, checkpoint, precision));
            ropeTables = owned.own(
                    new RopeTables(kernel, exchange, checkpoint.config().text()));
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

    public RopeTables ropeTables() {
        return ropeTables;
    }

    @Override
    public void close() {
        owned.close();
    }
}
