package io.emaki.webhook;

import io.emaki.problem.Require;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a workspace wants its messages. */
@Entity
public class WebhookEndpoint {

    @Id
    private UUID id;

    private UUID workspaceId;
    private String url;
    private String description;
    private String secret;
    private boolean enabled;
    private @Nullable String disabledReason;
    private @Nullable Instant failingSince;
    private Instant createdAt;

    @Version
    private @Nullable Long version;

    protected WebhookEndpoint() {}

    WebhookEndpoint(UUID id, UUID workspaceId, URI target, @Nullable String description, Secret secret, Instant now) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.url = target.toString();
        this.description = Require.optionalText("description", description, 200);
        this.secret = secret.text();
        this.enabled = true;
        this.createdAt = now;
    }

    void succeeded() {
        failingSince = null;
    }

    /** Disables itself when it has failed for too long. */
    void failed(Instant now, Duration disableAfter) {
        if (failingSince == null) {
            failingSince = now;
        } else if (!failingSince.plus(disableAfter).isAfter(now)) {
            disable("every attempt has failed since " + failingSince);
        }
    }

    /** The receiver answered 410: it wants no more messages. */
    void gone() {
        disable("the receiver answered 410 Gone");
    }

    private void disable(String reason) {
        enabled = false;
        disabledReason = reason;
    }

    public UUID id() {
        return id;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String url() {
        return url;
    }

    public String description() {
        return description;
    }

    Secret secret() {
        return new Secret(secret);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Optional<String> disabledReason() {
        return Optional.ofNullable(disabledReason);
    }

    /** When the present row of failures began. */
    public Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
