package io.emaki.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@link WebhookEvent#WEBHOOK_ENDPOINT_DISABLED}. The URL is left out: it can hold what its receiver keeps from
 * the others.
 *
 * @param failingSince when the row of failures began; null when it was answered 410 right away
 */
record EndpointDisabled(
        UUID endpointId,
        String description,
        String reason,
        @Nullable Instant failingSince,
        Instant disabledAt) {

    static EndpointDisabled of(WebhookEndpoint endpoint, Instant now) {
        return new EndpointDisabled(
                endpoint.id(),
                endpoint.description(),
                endpoint.disabledReason().orElseThrow(),
                endpoint.failingSince().orElse(null),
                now);
    }
}
