package io.emaki.webhook.web;

import io.emaki.webhook.DeliveryState;
import io.emaki.webhook.WebhookAttempt;
import io.emaki.webhook.WebhookDeliveries.Logged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record DeliveryView(
        UUID id,
        UUID endpointId,
        String webhookId,
        String type,
        DeliveryState state,
        List<AttemptView> attempts,
        @Nullable Instant nextAttemptAt,
        Instant createdAt,
        @Nullable Instant endedAt) {

    record AttemptView(
            int number,
            Instant attemptedAt,
            @Nullable Integer status,
            @Nullable String error,
            long millis) {

        static AttemptView of(WebhookAttempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.attemptedAt(),
                    attempt.status().orElse(null),
                    attempt.error().orElse(null),
                    attempt.millis());
        }
    }

    static DeliveryView of(Logged logged) {
        return new DeliveryView(
                logged.delivery().id(),
                logged.delivery().endpointId(),
                logged.delivery().messageId(),
                logged.type(),
                logged.delivery().state(),
                logged.attempts().stream().map(AttemptView::of).toList(),
                logged.delivery().nextAttemptAt().orElse(null),
                logged.delivery().createdAt(),
                logged.delivery().endedAt().orElse(null));
    }
}
