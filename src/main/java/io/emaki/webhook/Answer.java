package io.emaki.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param status HTTP status; null when there was no answer
 * @param error why there was none
 * @param retryAfter as the receiver asks, from now on; null when it does not
 */
record Answer(
        @Nullable Integer status,
        @Nullable String error,
        @Nullable Duration retryAfter,
        Duration took) {

    private static final int GONE = 410;

    boolean isSuccess() {
        return status != null && status / 100 == 2;
    }

    boolean isGone() {
        return status != null && status == GONE;
    }
}
