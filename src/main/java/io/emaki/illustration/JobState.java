package io.emaki.illustration;

/** Where an edit job stands. */
public enum JobState {
    IN_QUEUE,
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELED,
    /** It waited too long and never began. */
    ABORTED;

    public boolean isOver() {
        return this != IN_QUEUE && this != IN_PROGRESS;
    }
}
