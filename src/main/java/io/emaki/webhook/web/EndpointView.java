package io.emaki.webhook.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.emaki.webhook.WebhookEndpoint;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param secret only in the answer that made the endpoint */
record EndpointView(
        UUID id,
        String url,
        String description,
        boolean enabled,
        @Nullable String disabledReason,
        @Nullable Instant failingSince,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    static EndpointView of(WebhookEndpoint endpoint) {
        return of(endpoint, null);
    }

    static EndpointView of(WebhookEndpoint endpoint, @Nullable String secret) {
        return new EndpointView(
                endpoint.id(),
                endpoint.url(),
                endpoint.description(),
                endpoint.isEnabled(),
                endpoint.disabledReason().orElse(null),
                endpoint.failingSince().orElse(null),
                endpoint.createdAt(),
                secret);
    }
}
