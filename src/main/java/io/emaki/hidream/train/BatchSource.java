package io.emaki.hidream.train;

import java.util.List;

/** The batches of every step: the same for the same step, whatever ran before. */
public interface BatchSource extends AutoCloseable {

    /** Called once, before any batch is taken. */
    void start(long firstStep);

    /**
     * The step's batches, at least one; waits until their pictures are there.
     *
     * @param step counted from 0, one more than the last time
     */
    List<Batch> take(long step) throws InterruptedException;

    /** The step's pictures are no longer needed. */
    void done(long step);

    /** What the batches depend on besides the options, by name; a run can only go on with the same. */
    java.util.Map<String, String> fixed();

    @Override
    void close();
}
