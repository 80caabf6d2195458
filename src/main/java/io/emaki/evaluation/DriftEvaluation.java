package io.emaki.evaluation;

import io.emaki.world.Axis;
import io.emaki.world.Grade;
import io.emaki.world.Language;
import io.emaki.world.StyleBlend;
import io.emaki.world.Trait;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldGrader;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import io.emaki.world.WorldText;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
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
     * What was left after each edit.
     *
     * @param identity share of attributes of the person that are right, over all chains, by edit
     * @param state share of axes of the appearance that are right
     * @param error mean difference (0 to 255) from the true drawing
     */
    public record Curve(List<Double> identity, List<Double> state, List<Double> error) {}

    /** Sums over chains, by edit. */
    private static final class Sums {

        private final double[] identity;
        private final double[] state;
        private final double[] error;
        private int chains;

        private Sums(int length) {
            identity = new double[length];
            state = new double[length];
            error = new double[length];
        }

        private Curve curve() {
            return new Curve(mean(identity), mean(state), mean(error));
        }

        private List<Double> mean(double[] sums) {
            List<Double> means = new ArrayList<>();
            for (double sum : sums) {
                means.add(sum / chains);
            }
            return means;
        }
    }

    /**
     * @param reanchorAfter edits of edits before one starts from the first picture again; 0 never does
     * @param painted told after each picture how many there are
     * @return null when the painter was stopped
     */
    public @Nullable Curve run(Painter painter, int chains, int reanchorAfter, IntConsumer painted) {
        Sums sums = new Sums(length);
        for (int chain = 0; chain < chains; chain++) {
            if (!walk(painter, chain, reanchorAfter, sums, painted)) {
                return null;
            }
            sums.chains++;
        }
        return sums.curve();
    }

    private boolean walk(Painter painter, int chain, int reanchorAfter, Sums sums, IntConsumer painted) {
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

    private void count(WorldSample sample, BufferedImage picture, int step, Sums sums) {
        Grade grade = grader.grade(picture, sample.identity(), sample.target(), sample.reference(), StyleBlend.PLAIN);
        for (Trait trait : Trait.values()) {
            sums.identity[step] += grade.shows(trait) ? 1.0 / Trait.values().length : 0;
        }
        for (Axis axis : Axis.values()) {
            sums.state[step] += grade.shows(axis) ? 1.0 / Axis.values().length : 0;
        }
        sums.error[step] += grader.error(picture, sample.identity(), sample.target(), StyleBlend.PLAIN);
    }
}
