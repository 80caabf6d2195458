package io.emaki.hidream.train;

/**
 * Samples of one kind and one size whose texts have the same number of tokens, so that they need no mask.
 *
 * @param bucket size of targets and references
 * @param edit whether each sample has a reference
 * @param ids token ids of every sample, time token included
 * @param focus boxes that count more as left, top, right, bottom of each sample, one after another; empty for none
 */
record Batch(Bucket bucket, boolean edit, long[][] ids, Pixels pixels, long[] focus) {

    int size() {
        return ids.length;
    }

    /** Ids of the AR part of all samples, one after another; the time token comes by itself. */
    long[] arIds() {
        return TokenRows.withoutLast(ids);
    }
}
