package io.emaki.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookEndpointTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration FIVE_DAYS = Duration.ofDays(5);
    private static final String OLD = "https://old.example.org/";
    private static final String NEW = "https://new.example.org/";

    private final Secret secret = Secret.random();
    private final WebhookEndpoint endpoint = new WebhookEndpoint(
            UUID.randomUUID(), UUID.randomUUID(), URI.create(OLD), null, EventFilter.of(null), secret, START);

    @Test
    void anAnswerOfTheReceiverBeforeDoesNotCount() {
        endpoint.failed(OLD, START, FIVE_DAYS);
        endpoint.moveTo(URI.create(NEW));
        assertThat(endpoint.failingSince()).isEmpty();

        assertThat(endpoint.gone(OLD)).isFalse();
        assertThat(endpoint.failed(OLD, START, FIVE_DAYS)).isFalse();
        assertThat(endpoint.isEnabled()).isTrue();
        assertThat(endpoint.failingSince()).isEmpty();
        endpoint.failed(NEW, START, FIVE_DAYS);
        endpoint.succeeded(OLD);
        assertThat(endpoint.failingSince()).contains(START);
    }

    @Test
    void movingToTheSamePlaceKeepsTheRowOfFailures() {
        endpoint.failed(OLD, START, FIVE_DAYS);
        endpoint.moveTo(URI.create(OLD));

        assertThat(endpoint.failed(OLD, START.plus(FIVE_DAYS), FIVE_DAYS)).isTrue();
    }

    @Test
    void whatItsOwnerDisabledIsNotDisabledAgain() {
        endpoint.failed(OLD, START, FIVE_DAYS);
        endpoint.disable();

        assertThat(endpoint.failed(OLD, START.plus(FIVE_DAYS), FIVE_DAYS)).isFalse();
        assertThat(endpoint.gone(OLD)).isFalse();
        assertThat(endpoint.disabledReason()).isEmpty();
    }

    @Test
    void anExpiredSecretIsForgotten() {
        Secret second = Secret.random();
        endpoint.rotate(second, Duration.ofMinutes(1), START);
        assertThat(endpoint.secrets()).containsExactly(second, secret);
        endpoint.dropExpiredSecret(START.plusSeconds(59));
        assertThat(endpoint.secrets()).hasSize(2);
        assertThat(endpoint.previousSecretExpiresAt(START.plusSeconds(60))).isEmpty();
        endpoint.dropExpiredSecret(START.plusSeconds(60));

        assertThat(endpoint.secrets()).isEqualTo(List.of(second));
    }
}
