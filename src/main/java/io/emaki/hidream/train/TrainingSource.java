package io.emaki.hidream.train;

import java.util.random.RandomGenerator;

/**
 * An endless stream of samples whose pictures pass through a {@link PicturePool}. Which pictures a step may use is a
 * function of the step alone, so that runs can be repeated.
 */
public interface TrainingSource extends AutoCloseable {

    /** A sample for the step. Called from the threads that assemble batches, ahead of the step. */
    TrainingSample draw(RandomGenerator random, boolean edit, long step);

    /** Whether a sample drawn earlier may still be used by the step. */
    boolean isCurrent(TrainingSample sample, long step);

    /** Begins to fill the pool for the step and those after it. */
    void start(long firstStep);

    /** Waits until all pictures that the step may use are in the pool. */
    void await(long step) throws InterruptedException;

    /** Pictures that only steps up to this one may use can be replaced. */
    void done(long step);

    @Override
    void close();
}
