package io.emaki.detection;

import io.emaki.intent.VisualChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts over a group of turns or, on one axis, over a group of changes. */
final class Tally {

    private int turns;
    private int right;
    private int wrong;
    private int missed;
    private int named;
    private int quiet;
    private int falseTriggers;
    private int passed;
    private int skipped;

    /** A turn of the group, with what the gate said. */
    void turn(Comparison compared, boolean passesGate) {
        turns++;
        if (compared.isQuiet()) {
            quiet++;
            falseTriggers += compared.found().isEmpty() ? 0 : 1;
            skipped += passesGate ? 0 : 1;
        } else {
            passed += passesGate ? 1 : 0;
        }
    }

    void changes(List<Comparison.Match> matches, List<VisualChange> tooMany, List<Label> tooFew) {
        right += matches.size();
        named += (int) matches.stream().filter(Comparison.Match::named).count();
        wrong += tooMany.size();
        missed += tooFew.size();
    }

    Figures figures() {
        return new Figures(
                turns,
                right,
                wrong,
                missed,
                share(right, right + wrong),
                share(right, right + missed),
                share(2 * right, 2 * right + wrong + missed),
                quiet,
                share(falseTriggers, quiet),
                share(named, right));
    }

    GateFigures gate() {
        return new GateFigures(turns - quiet, share(passed, turns - quiet), quiet, share(skipped, quiet));
    }

    /** Null where there is nothing to have a share of. */
    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
