package io.emaki.idempotency;

import java.time.Duration;
import java.util.UUID;

/** What a request that names a key may do. */
sealed interface Claim {

    /** Do the work and hand in the answer under this owner. */
    record Granted(UUID owner) implements Claim {}

    /** Give this answer again. */
    record Answered(StoredAnswer answer) implements Claim {}

    /** Another request with the key is at work, and at the latest after this time no longer counts as alive. */
    record Running(Duration retryAfter) implements Claim {}

    /** The key stands for a request with another body. */
    record OtherRequest() implements Claim {}
}
