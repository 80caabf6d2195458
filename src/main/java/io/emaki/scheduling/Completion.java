package io.emaki.scheduling;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import java.time.Instant;
import java.util.Optional;

/** What becomes of an execution after it ran. */
public final class Completion {

    private Completion() {}

    /** Runs it again then; an empty moment ends it. */
    public static CompletionHandler<Void> of(Optional<Instant> next) {
        return next.<CompletionHandler<Void>>map(
                        when -> (complete, operations) -> operations.reschedule(complete, when))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }
}
