package io.emaki.hidream.train;

import java.util.random.RandomGenerator;

/** Where samples come from. Called from the thread that assembles batches. */
public interface TrainingSource {

    /** A sample whose pictures are in the pool. */
    TrainingSample draw(RandomGenerator random, boolean edit);

    /** Whether the sample's slots still hold its pictures. */
    boolean isCurrent(TrainingSample sample);
}
