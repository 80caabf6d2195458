package io.emaki.hidream.train;

import java.util.List;

/**
 * Samples of one kind whose texts have the same number of tokens, so that they need no mask.
 *
 * @param ids token ids of every sample, time token included
 */
record Batch(List<TrainingSample> samples, long[][] ids) {

    int size() {
        return samples.size();
    }

    boolean isEdit() {
        return samples.getFirst().isEdit();
    }

    long[] targets() {
        return samples.stream().mapToLong(TrainingSample::target).toArray();
    }

    long[] references() {
        return samples.stream().mapToLong(TrainingSample::reference).toArray();
    }
}
