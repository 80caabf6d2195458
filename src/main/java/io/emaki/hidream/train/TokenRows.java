package io.emaki.hidream.train;

/** Token ids of a batch as one vector. */
final class TokenRows {

    private TokenRows() {}

    /** All rows one after another, each without its last id, which is the time token. */
    static long[] withoutLast(long[][] ids) {
        int length = ids[0].length - 1;
        long[] flat = new long[ids.length * length];
        for (int i = 0; i < ids.length; i++) {
            System.arraycopy(ids[i], 0, flat, i * length, length);
        }
        return flat;
    }
}
