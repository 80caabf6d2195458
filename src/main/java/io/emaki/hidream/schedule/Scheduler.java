package io.emaki.hidream.schedule;

import io.emaki.hidream.SchedulerKind;

/**
 * A sampling schedule as plain numbers. Every scheduler of the official pipeline is linear in the sample, the present
 * prediction, earlier predictions and fresh noise, so a step is a list of coefficients and the tensors stay on the
 * device.
 */
public interface Scheduler {

    /** Number of steps. */
    int steps();

    /** Time of the step as the model is told it, 0 to 1000; s = time / 1000. */
    double time(int step);

    /** The scheduler's own noise level of the step, from {@code sigmas}; one more than {@link #steps()}. */
    double sigma(int step);

    /** What to do with the model's output in this step. */
    Update update(int step);

    /** Builds the official table for the kind. */
    static Scheduler of(SchedulerKind kind, int steps, double shift) {
        return switch (kind) {
            case UNIPC -> new UniPc(steps, shift);
            case FLOW_MATCH -> EulerTable.of(steps, shift, false);
            case FLASH -> EulerTable.of(steps, shift, true);
        };
    }
}
