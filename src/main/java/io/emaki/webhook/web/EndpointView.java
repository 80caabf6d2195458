package io.emaki.webhook.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.emaki.webhook.WebhookEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param events types that it wants; empty means all
 * @param previousSecretExpiresAt how long the secret before signs beside the present one; null when it no longer does
 * @param secret only in the answer that made it
 */
record EndpointView(
        UUID id,
        String url,
        String description,
        List<String> events,
        boolean enabled,
        @Nullable String disabledReason,
        @Nullable Instant failingSince,
        Instant createdAt,
        @Nullable Instant previousSecretExpiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    static EndpointView of(WebhookEndpoint endpoint, Instant now) {
        return of(endpoint, null, now);
    }

    static EndpointView of(WebhookEndpoint endpoint, @Nullable String secret, Instant now) {
        return new EndpointView(
                endpoint.id(),
                endpoint.url(),
                endpoint.description(),
                endpoint.events(),
                endpoint.isEnabled(),
                endpoint.disabledReason().orElse(null),
                endpoint.failingSince().orElse(null),
                endpoint.createdAt(),
                endpoint.previousSecretExpiresAt(now).orElse(null),
                secret);
    }
}
