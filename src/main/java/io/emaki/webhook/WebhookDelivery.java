package io.emaki.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message on its way to one endpoint. */
@Entity
public class WebhookDelivery {

    @Id
    private UUID id;

    private String messageId;
    private UUID endpointId;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int attempts;
    private @Nullable Instant nextAttemptAt;
    private Instant createdAt;
    private @Nullable Instant endedAt;

    @Version
    private @Nullable Long version;

    protected WebhookDelivery() {}

    WebhookDelivery(UUID id, String messageId, UUID endpointId, Instant now) {
        this.id = id;
        this.messageId = messageId;
        this.endpointId = endpointId;
        this.state = DeliveryState.PENDING;
        this.nextAttemptAt = now;
        this.createdAt = now;
    }

    /** Counts an attempt and returns its number, from 1. */
    int attempted() {
        return ++attempts;
    }

    void delivered(Instant now) {
        end(DeliveryState.DELIVERED, now);
    }

    void failed(Instant now) {
        end(DeliveryState.FAILED, now);
    }

    void retryAt(Instant when) {
        nextAttemptAt = when;
    }

    private void end(DeliveryState end, Instant now) {
        if (state != DeliveryState.PENDING) {
            throw new IllegalStateException("delivery %s is already %s".formatted(id, state));
        }
        state = end;
        nextAttemptAt = null;
        endedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String messageId() {
        return messageId;
    }

    public UUID endpointId() {
        return endpointId;
    }

    public DeliveryState state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(nextAttemptAt);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
