package io.emaki.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try to deliver a message. */
@Entity
public class WebhookAttempt {

    @Id
    private UUID id;

    private UUID deliveryId;
    private int number;
    private Instant attemptedAt;
    private @Nullable Integer status;
    private @Nullable String error;
    private long millis;

    protected WebhookAttempt() {}

    WebhookAttempt(UUID deliveryId, int number, Instant at, Answer answer) {
        this.id = UUID.randomUUID();
        this.deliveryId = deliveryId;
        this.number = number;
        this.attemptedAt = at;
        this.status = answer.status();
        this.error = answer.error();
        this.millis = answer.took().toMillis();
    }

    public UUID deliveryId() {
        return deliveryId;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    public Instant attemptedAt() {
        return attemptedAt;
    }

    /** HTTP status; empty when there was no answer. */
    public Optional<Integer> status() {
        return Optional.ofNullable(status);
    }

    /** Why there was no answer. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    public long millis() {
        return millis;
    }
}
