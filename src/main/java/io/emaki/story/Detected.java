package io.emaki.story;

import io.emaki.problem.Require;
import java.util.List;

/**
 * What a turn was found to change.
 *
 * @param detector who found it; the first 200 characters are kept
 */
record Detected(String detector, List<TurnChange> changes) {

    Detected {
        // A detector may add the reason why another one did not answer.
        detector = Require.cut(detector, 200);
        changes = List.copyOf(changes);
    }
}
