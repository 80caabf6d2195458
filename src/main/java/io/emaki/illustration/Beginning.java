package io.emaki.illustration;

import java.time.Duration;

/** What becomes of a job that is to begin. */
sealed interface Beginning {

    /** There is nothing to draw; the job is over. */
    record Over() implements Beginning {}

    /** It must not begin yet. */
    record Later(Duration delay) implements Beginning {}

    record Draw(EditOrder order) implements Beginning {}
}
