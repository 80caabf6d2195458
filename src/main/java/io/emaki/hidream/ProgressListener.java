package io.emaki.hidream;

/** Hears of every step, on the engine's thread: a slow listener slows the generation. */
@FunctionalInterface
public interface ProgressListener {

    void onStep(StepProgress progress);

    static ProgressListener silent() {
        return progress -> {};
    }
}
