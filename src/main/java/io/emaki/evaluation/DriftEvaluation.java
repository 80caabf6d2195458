package io.emaki.evaluation;

import io.emaki.world.Grade;
import io.emaki.world.Language;
import io.emaki.world.StyleBlend;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldGrader;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import io.emaki.world.WorldText;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Long chains of edits: what is left of who somebody is when each edit takes the picture before it, and when after some
 * edits one starts from the first picture again with the whole appearance spelled out.
 */
public final class DriftEvaluation {

    private static final long APART = 1_000_003L;

    private final WorldRenderer renderer = new WorldRenderer();
    private final WorldGrader grader = new WorldGrader(renderer);
    private final WorldDataset data;
    private final int length;
    private final int size;

    /**
     * @param seed which avatars and words; none was ever trained on
     * @param length edits in a chain
     * @param size side of the pictures, pixels
     */
    public DriftEvaluation(long seed, int length, int size) {
        this.data = WorldDataset.evaluation(seed);
        this.length = length;
        this.size = size;
    }

    /**
     * @param reanchorAfter edits of edits before one starts from the first picture again; 0 never does
     * @param painted told after each picture how many there are
     * @return null when the painter was stopped
     */
    public @Nullable DriftCurve run(Painter painter, int chains, int reanchorAfter, IntConsumer painted) {
        DriftSums sums = new DriftSums(length);
        for (int chain = 0; chain < chains; chain++) {
            if (!walk(painter, chain, reanchorAfter, sums, painted)) {
                return null;
            }
            sums.endChain();
        }
        return sums.curve();
    }

    private boolean walk(Painter painter, int chain, int reanchorAfter, DriftSums sums, IntConsumer painted) {
        List<WorldSample> samples = data.chain(chain, length, Language.ENGLISH);
        WorldSample first = samples.getFirst();
        BufferedImage identity =
                renderer.render(first.identity(), Objects.requireNonNull(first.reference()), StyleBlend.PLAIN, size);
        BufferedImage current = identity;
        int depth = 0;
        for (int i = 0; i < length; i++) {
            WorldSample sample = samples.get(i);
            long seed = chain * APART + i;
            boolean anew = reanchorAfter > 0 && depth >= reanchorAfter;
            String text =
                    anew ? WorldText.whole(sample.identity(), sample.target(), Language.ENGLISH, seed) : sample.text();
            current = painter.paint(text, anew ? identity : current, seed);
            if (current == null) {
                return false;
            }
            depth = anew ? 1 : depth + 1;
            count(sample, current, i, sums);
            painted.accept(chain * length + i + 1);
        }
        return true;
    }

    private void count(WorldSample sample, BufferedImage picture, int step, DriftSums sums) {
        Grade grade = grader.grade(picture, sample.identity(), sample.target(), sample.reference(), StyleBlend.PLAIN);
        sums.add(step, grade, grader.error(picture, sample.identity(), sample.target(), StyleBlend.PLAIN));
    }
}
