package io.emaki.story;

import java.util.List;

/**
 * What a turn was found to change.
 *
 * @param detector who found it
 */
record Detected(String detector, List<TurnChange> changes) {

    Detected {
        changes = List.copyOf(changes);
    }
}
