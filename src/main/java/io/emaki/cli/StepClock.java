package io.emaki.cli;

import io.emaki.hidream.ProgressListener;
import io.emaki.hidream.StepProgress;
import java.util.ArrayList;
import java.util.List;

/** Wall time of every single step. The first also fills the prefix cache, so it is kept apart. */
final class StepClock implements ProgressListener {

    private final List<Double> later = new ArrayList<>();
    private double first;
    private long last;

    @Override
    public void onStep(StepProgress progress) {
        long now = System.nanoTime();
        if (progress.step() == 1) {
            first = progress.secondsPerStep();
        } else {
            later.add((now - last) / 1e9);
        }
        last = now;
    }

    /** Seconds of the first step. */
    double first() {
        return first;
    }

    /** Seconds of each step after the first. */
    List<Double> later() {
        return List.copyOf(later);
    }
}
