package io.emaki.webhook;

import io.emaki.problem.Require;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private String events;
    private String secret;
    private @Nullable String previousSecret;
    private @Nullable Instant previousSecretExpiresAt;
    private boolean enabled;
    private @Nullable String disabledReason;
    private @Nullable Instant failingSince;
    private Instant createdAt;

    @Version
    private @Nullable Long version;

    protected WebhookEndpoint() {}

    WebhookEndpoint(
            UUID id,
            UUID workspaceId,
            URI target,
            @Nullable String description,
            EventFilter events,
            Secret secret,
            Instant now) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.url = target.toString();
        this.description = described(description);
        this.events = events.toColumn();
        this.secret = secret.text();
        this.enabled = true;
        this.createdAt = now;
    }

    private static String described(@Nullable String description) {
        return Require.optionalText("description", description, 200);
    }

    /** Another receiver starts without the failures of the one before. */
    void moveTo(URI target) {
        if (!url.equals(target.toString())) {
            url = target.toString();
            failingSince = null;
        }
    }

    /** @throws io.emaki.problem.InvalidFieldException for {@code description} */
    void describe(String text) {
        description = described(text);
    }

    void filter(EventFilter wanted) {
        events = wanted.toColumn();
    }

    /** Forgets why it was disabled, and the failures that led to it. */
    void enable() {
        if (!enabled) {
            enabled = true;
            disabledReason = null;
            failingSince = null;
        }
    }

    /** By its owner, so that there is no reason to give. */
    void disable() {
        enabled = false;
    }

    /**
     * From now on the new secret signs.
     *
     * @param overlap how long the present one signs beside it; one that did so until now stops
     */
    void rotate(Secret fresh, Duration overlap, Instant now) {
        boolean both = overlap.isPositive();
        previousSecret = both ? secret : null;
        previousSecretExpiresAt = both ? now.plus(overlap) : null;
        secret = fresh.text();
    }

    void dropExpiredSecret(Instant now) {
        if (previousSecretExpiresAt != null && !previousSecretExpiresAt.isAfter(now)) {
            previousSecret = null;
            previousSecretExpiresAt = null;
        }
    }

    /** @param target where the message went; what another receiver than the present one did does not count */
    void succeeded(String target) {
        if (url.equals(target)) {
            failingSince = null;
        }
    }

    /**
     * Disables itself when it has failed for too long.
     *
     * @param target as in {@link #succeeded}
     * @return whether it did so now
     */
    boolean failed(String target, Instant now, Duration disableAfter) {
        if (!enabled || !url.equals(target)) {
            return false;
        }
        if (failingSince == null) {
            failingSince = now;
            return false;
        }
        if (failingSince.plus(disableAfter).isAfter(now)) {
            return false;
        }
        return disable("every attempt has failed since " + failingSince);
    }

    /**
     * The receiver answered 410: it wants no more messages.
     *
     * @param target as in {@link #succeeded}
     * @return whether that disabled it
     */
    boolean gone(String target) {
        return enabled && url.equals(target) && disable("the receiver answered 410 Gone");
    }

    private boolean disable(String reason) {
        enabled = false;
        disabledReason = reason;
        return true;
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

    /** Types that it wants; empty means all. */
    public List<String> events() {
        return EventFilter.fromColumn(events).types();
    }

    boolean wants(String type) {
        return EventFilter.fromColumn(events).accepts(type);
    }

    /** Those that sign, the present one first. */
    List<Secret> secrets() {
        Secret present = new Secret(secret);
        return previousSecret == null ? List.of(present) : List.of(present, new Secret(previousSecret));
    }

    /** How long the secret before the present one signs beside it; empty when it no longer does. */
    public Optional<Instant> previousSecretExpiresAt(Instant now) {
        return Optional.ofNullable(previousSecretExpiresAt).filter(now::isBefore);
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** Empty while it is enabled, and when its owner disabled it. */
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
