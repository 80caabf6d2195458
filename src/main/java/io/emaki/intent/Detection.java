package io.emaki.intent;

import java.util.List;

/**
 * What a turn changes.
 *
 * @param detector who says so: {@code "embedded"}, {@code "llm:MODEL"}, {@code "embedded (llm failed: REASON)"}, or
 *     {@code "gate (llm not asked)"} for a turn that surely changes nothing
 * @param changes at most one for each pair of axis and op; empty when the picture stays as it is
 */
public record Detection(String detector, List<VisualChange> changes) {

    public Detection {
        changes = List.copyOf(changes);
    }
}
