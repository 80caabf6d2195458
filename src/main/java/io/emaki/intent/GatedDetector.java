package io.emaki.intent;

import java.util.List;

/** Asks a detector only about turns that may change something. */
final class GatedDetector implements VisualChangeDetector {

    static final String NAME = "gate (llm not asked)";

    private final TurnGate gate;
    private final VisualChangeDetector detector;

    GatedDetector(TurnGate gate, VisualChangeDetector detector) {
        this.gate = gate;
        this.detector = detector;
    }

    @Override
    public Detection detect(TurnText turn) {
        return gate.mayChange(turn) ? detector.detect(turn) : new Detection(NAME, List.of());
    }
}
