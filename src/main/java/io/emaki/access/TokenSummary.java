package io.emaki.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is listed.
 *
 * @param lastUsedAt to the minute; null when it was never used
 * @param revokedAt null while it is valid
 */
public record TokenSummary(
        UUID id,
        String name,
        String workspace,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public boolean isRevoked() {
        return revokedAt != null;
    }
}
