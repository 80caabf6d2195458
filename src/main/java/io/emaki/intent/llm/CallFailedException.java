package io.emaki.intent.llm;

import java.time.Duration;
import java.util.Optional;

/**
 * A call that brought no answer. It has no cause on purpose: the library between client and detector looks for the innermost one and
 * would hide this.
 */
final class CallFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why there is no answer; few and fixed, so that they can be counted and shown to anybody. */
    enum Kind {
        RATE_LIMITED(true, true),
        SERVER_ERROR(true, true),
        TIMED_OUT(true, true),
        CONNECTION(true, true),
        /** The key, the model's name or the address is wrong. */
        REFUSED(false, true),
        /** Something about this one request. */
        REJECTED(false, false),
        INTERRUPTED(false, false),
        RESTING(false, false),
        UNREADABLE(false, false);

        private final boolean worthRetrying;
        private final boolean theModelsFault;

        Kind(boolean worthRetrying, boolean theModelsFault) {
            this.worthRetrying = worthRetrying;
            this.theModelsFault = theModelsFault;
        }

        boolean isWorthRetrying() {
            return worthRetrying;
        }

        /** Whether the next turn will probably fare no better. */
        boolean isTheModelsFault() {
            return theModelsFault;
        }
    }

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    CallFailedException(Kind kind, String reason) {
        this(kind, reason, Optional.empty());
    }

    /** @param retryAfter how long the server asks to be left alone */
    CallFailedException(Kind kind, String reason, Optional<Duration> retryAfter) {
        super(reason);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    Kind kind() {
        return kind;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
