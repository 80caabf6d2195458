package io.emaki.illustration;

/** Where an edit job stands. */
public enum JobState {
    IN_QUEUE,
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELED;

    public boolean isOver() {
        return this == COMPLETED || this == FAILED || this == CANCELED;
    }
}
