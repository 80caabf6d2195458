package io.emaki.intent;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Asks a detector only about turns that may change something. */
final class GatedDetector implements VisualChangeDetector {

    static final String NAME = "gate (llm not asked)";

    private final TurnGate gate;
    private final VisualChangeDetector detector;

    private final Counter skipped;
    private final Counter passed;

    GatedDetector(TurnGate gate, VisualChangeDetector detector, MeterRegistry meters) {
        this.gate = gate;
        this.detector = detector;
        this.skipped = meters.counter("emaki.gate.turns", "verdict", "skipped");
        this.passed = meters.counter("emaki.gate.turns", "verdict", "passed");
    }

    @Override
    public Detection detect(TurnText turn) {
        if (!gate.mayChange(turn)) {
            skipped.increment();
            return new Detection(NAME, List.of());
        }
        passed.increment();
        return detector.detect(turn);
    }
}
