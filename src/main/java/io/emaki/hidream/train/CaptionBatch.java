package io.emaki.hidream.train;

import io.emaki.hidream.train.Draws.Draw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Samples that go through the model together: of one bucket, and with texts of the same number of tokens, so that they
 * need no mask.
 *
 * @param pixels all pictures, one after another
 * @param ids token ids of every sample, time token included
 */
record CaptionBatch(Bucket bucket, byte[] pixels, long[][] ids) {

    private record Shape(Bucket bucket, int tokens) {}

    int size() {
        return ids.length;
    }

    /** Sorts draws by shape into batches of at most so many; in the order of the first draw of each shape. */
    static List<CaptionBatch> of(List<Draw> draws, CaptionSet set, int limit) {
        Map<Shape, List<Draw>> byShape = new LinkedHashMap<>();
        for (Draw draw : draws) {
            Shape shape = new Shape(set.bucket(draw.sample()), set.ids(draw).length);
            byShape.computeIfAbsent(shape, key -> new ArrayList<>()).add(draw);
        }
        List<CaptionBatch> batches = new ArrayList<>();
        byShape.forEach((shape, same) -> {
            for (int at = 0; at < same.size(); at += limit) {
                batches.add(of(shape.bucket(), same.subList(at, Math.min(at + limit, same.size())), set));
            }
        });
        return batches;
    }

    private static CaptionBatch of(Bucket bucket, List<Draw> draws, CaptionSet set) {
        int bytes = bucket.width() * bucket.height() * 3;
        byte[] pixels = new byte[draws.size() * bytes];
        for (int i = 0; i < draws.size(); i++) {
            System.arraycopy(set.pixels(draws.get(i).sample()), 0, pixels, i * bytes, bytes);
        }
        return new CaptionBatch(bucket, pixels, draws.stream().map(set::ids).toArray(long[][]::new));
    }

    /** Ids of the AR part of all samples, one after another; the time token comes by itself. */
    long[] arIds() {
        return TokenRows.withoutLast(ids);
    }
}
