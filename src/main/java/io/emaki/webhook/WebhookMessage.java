package io.emaki.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A message with its body exactly as it is sent and signed. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are for people who look into the table
class WebhookMessage {

    private static final int LARGEST_BODY = 20_000;

    @Id
    private String id;

    private UUID workspaceId;
    private String type;
    private String body;
    private Instant createdAt;

    protected WebhookMessage() {}

    WebhookMessage(String id, UUID workspaceId, String type, String body, Instant now) {
        int size = body.getBytes(StandardCharsets.UTF_8).length;
        if (size >= LARGEST_BODY) {
            throw new IllegalArgumentException("the message %s has %d bytes, 19999 are allowed".formatted(id, size));
        }
        this.id = id;
        this.workspaceId = workspaceId;
        this.type = type;
        this.body = body;
        this.createdAt = now;
    }

    String id() {
        return id;
    }

    String type() {
        return type;
    }

    String body() {
        return body;
    }
}
