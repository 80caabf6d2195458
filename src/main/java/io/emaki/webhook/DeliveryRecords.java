package io.emaki.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two short transactions around an attempt. */
@Component
@Transactional
class DeliveryRecords {

    private final WebhookEndpointRepository endpoints;
    private final WebhookMessageRepository messages;
    private final WebhookDeliveryRepository deliveries;
    private final WebhookAttemptRepository attempts;
    private final Webhooks webhooks;
    private final RetrySchedule schedule;
    private final Duration disableAfter;
    private final Clock clock;

    DeliveryRecords(
            WebhookEndpointRepository endpoints,
            WebhookMessageRepository messages,
            WebhookDeliveryRepository deliveries,
            WebhookAttemptRepository attempts,
            Webhooks webhooks,
            WebhookSettings settings,
            Clock clock) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.webhooks = webhooks;
        this.schedule = new RetrySchedule(settings.retryAfter());
        this.disableAfter = settings.disableAfter();
        this.clock = clock;
    }

    /** What to send; empty when the delivery is over or its endpoint gone or disabled. */
    Optional<Letter> open(UUID deliveryId) {
        WebhookDelivery delivery = deliveries.findById(deliveryId).orElse(null);
        if (delivery == null || delivery.state() != DeliveryState.PENDING) {
            return Optional.empty();
        }
        WebhookEndpoint endpoint = endpoints.findLocked(delivery.endpointId()).orElseThrow();
        if (!endpoint.isEnabled()) {
            delivery.failed(clock.instant());
            return Optional.empty();
        }
        WebhookMessage message = messages.findById(delivery.messageId()).orElseThrow();
        endpoint.dropExpiredSecret(clock.instant());
        return Optional.of(new Letter(delivery.id(), message.id(), endpoint.url(), endpoint.secrets(), message.body()));
    }

    /** @return when to try again; empty when the delivery is over */
    Optional<Instant> record(Letter letter, Instant attemptedAt, Answer answer) {
        UUID deliveryId = letter.deliveryId();
        WebhookEndpoint endpoint = deliveries
                .findEndpointId(deliveryId)
                .flatMap(endpoints::findLocked)
                .orElse(null);
        WebhookDelivery delivery = deliveries.findById(deliveryId).orElse(null);
        if (endpoint == null || delivery == null || delivery.state() != DeliveryState.PENDING) {
            return Optional.empty();
        }
        int number = delivery.attempted();
        attempts.save(new WebhookAttempt(deliveryId, number, attemptedAt, answer));
        Instant now = clock.instant();
        if (answer.isSuccess()) {
            endpoint.succeeded(letter.url());
            delivery.delivered(now);
            return Optional.empty();
        }
        boolean disabled =
                answer.isGone() ? endpoint.gone(letter.url()) : endpoint.failed(letter.url(), now, disableAfter);
        if (disabled) {
            tell(endpoint, now);
        }
        Optional<Instant> next = endpoint.isEnabled()
                ? schedule.next(deliveryId, number, answer.retryAfter()).map(now::plus)
                : Optional.empty();
        next.ifPresentOrElse(delivery::retryAt, () -> delivery.failed(now));
        return next;
    }

    /** The endpoint itself cannot be reached, so its owner hears of it through the others. */
    private void tell(WebhookEndpoint endpoint, Instant now) {
        webhooks.publish(
                endpoint.workspaceId(),
                Outbox.freshId(),
                WebhookEvent.WEBHOOK_ENDPOINT_DISABLED,
                EndpointDisabled.of(endpoint, now));
    }
}
