package io.emaki.hidream.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the samples of a step into batches. */
final class FolderBatch {

    private record Shape(boolean edit, Bucket bucket, int tokens) {}

    private FolderBatch() {}

    /** Sorts draws by shape into batches of at most so many; in the order of the first draw of each shape. */
    static List<Batch> of(List<Draws.Draw> draws, ExampleSet set, int limit) {
        Map<Shape, List<Draws.Draw>> byShape = new LinkedHashMap<>();
        for (Draws.Draw draw : draws) {
            Shape shape = new Shape(set.isEdit(draw.sample()), set.bucket(draw.sample()), set.ids(draw).length);
            byShape.computeIfAbsent(shape, key -> new ArrayList<>()).add(draw);
        }
        List<Batch> batches = new ArrayList<>();
        byShape.forEach((shape, same) -> {
            for (int at = 0; at < same.size(); at += limit) {
                batches.add(batch(shape, same.subList(at, Math.min(at + limit, same.size())), set));
            }
        });
        return batches;
    }

    /** The bytes of a batch that {@link #of} made. */
    static byte[] targets(Batch batch) {
        return ((Pixels.Carried) batch.pixels()).targets();
    }

    private static Batch batch(Shape shape, List<Draws.Draw> same, ExampleSet set) {
        int bytes = shape.bucket().width() * shape.bucket().height() * 3;
        byte[] targets = new byte[same.size() * bytes];
        byte[] references = new byte[shape.edit() ? targets.length : 0];
        for (int i = 0; i < same.size(); i++) {
            int sample = same.get(i).sample();
            System.arraycopy(set.target(sample), 0, targets, i * bytes, bytes);
            if (shape.edit()) {
                System.arraycopy(set.reference(sample), 0, references, i * bytes, bytes);
            }
        }
        return new Batch(
                shape.bucket(),
                shape.edit(),
                same.stream().map(set::ids).toArray(long[][]::new),
                new Pixels.Carried(targets, references),
                FocusBoxes.of(same.stream()
                        .map(draw -> Optional.ofNullable(set.focus(draw.sample())))
                        .toList()));
    }
}
