package io.emaki.detection;

import io.emaki.intent.VisualChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A turn's labels beside what a detector found, as sets of pairs of axis and op.
 *
 * @param found all that the detector found
 * @param matches labels that were found
 * @param tooMany found without a label
 * @param tooFew labels without a find
 */
record Comparison(
        TurnLine line, List<VisualChange> found, List<Match> matches, List<VisualChange> tooMany, List<Label> tooFew) {

    /** @param named whether the description names the thing */
    record Match(Label label, VisualChange change, boolean named) {}

    static Comparison of(TurnLine line, List<VisualChange> found) {
        List<Label> expected = line.expected() == null ? List.of() : line.expected();
        List<Match> matches = new ArrayList<>();
        List<Label> tooFew = new ArrayList<>();
        List<VisualChange> tooMany = new ArrayList<>(found);
        for (Label label : expected) {
            Optional<VisualChange> change = found.stream()
                    .filter(one -> one.axis() == label.axis() && one.op() == label.op())
                    .findFirst();
            change.ifPresentOrElse(
                    one -> {
                        matches.add(new Match(label, one, label.isNamedBy(one.description())));
                        tooMany.remove(one);
                    },
                    () -> tooFew.add(label));
        }
        return new Comparison(line, found, matches, tooMany, tooFew);
    }

    /** Whether the turn changes nothing. */
    boolean isQuiet() {
        return matches.isEmpty() && tooFew.isEmpty();
    }

    boolean isRight() {
        return tooMany.isEmpty() && tooFew.isEmpty();
    }
}
