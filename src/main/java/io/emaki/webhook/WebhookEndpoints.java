package io.emaki.webhook;

import io.emaki.problem.ConflictException;
import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.UnknownIdException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A workspace's endpoints. */
@Service
@Transactional
public class WebhookEndpoints {

    private static final int MOST = 20;

    private final WebhookEndpointRepository endpoints;
    private final TargetPolicy targets;
    private final Duration usualOverlap;
    private final Clock clock;

    WebhookEndpoints(WebhookEndpointRepository endpoints, TargetPolicy targets, WebhookSettings settings, Clock clock) {
        this.endpoints = endpoints;
        this.targets = targets;
        this.usualOverlap = settings.secretOverlap();
        this.clock = clock;
    }

    /**
     * An endpoint with a new secret.
     *
     * @param secret {@code whsec_...}; this is the only time it can be seen
     */
    public record Revealed(WebhookEndpoint endpoint, String secret) {}

    /** What is to be different; null leaves it as it is. */
    public record Change(
            @Nullable String url,
            @Nullable String description,
            @Nullable List<@Nullable String> events,
            @Nullable Boolean enabled) {}

    /**
     * @param url absolute, http or https
     * @param description for people, at most 200 characters
     * @param events values of {@link WebhookEvent#type()}; null or empty means all
     * @throws InvalidFieldException for {@code url}, {@code description} or {@code events}
     * @throws ConflictException when the workspace has 20 endpoints already
     */
    public Revealed register(
            UUID workspaceId,
            @Nullable String url,
            @Nullable String description,
            @Nullable List<@Nullable String> events) {
        URI target = targets.requireTarget(url);
        EventFilter filter = EventFilter.of(events);
        if (endpoints.countByWorkspaceId(workspaceId) >= MOST) {
            throw new ConflictException("webhook_endpoints", "can be at most " + MOST + " in a workspace");
        }
        Secret secret = Secret.random();
        WebhookEndpoint endpoint = new WebhookEndpoint(
                UUID.randomUUID(), workspaceId, target, description, filter, secret, clock.instant());
        return new Revealed(endpoints.save(endpoint), secret.text());
    }

    @Transactional(readOnly = true)
    public List<WebhookEndpoint> list(UUID workspaceId) {
        return endpoints.findByWorkspaceIdOrderByCreatedAtAscIdAsc(workspaceId);
    }

    /** @throws UnknownIdException when the workspace has no such endpoint */
    @Transactional(readOnly = true)
    public WebhookEndpoint get(UUID workspaceId, UUID id) {
        return endpoints.findByIdAndWorkspaceId(id, workspaceId).orElseThrow(() -> unknown(id));
    }

    /**
     * Changes all of it or, when a part is refused, none.
     *
     * @throws UnknownIdException when the workspace has no such endpoint
     * @throws InvalidFieldException for {@code url}, {@code description} or {@code events}
     */
    public WebhookEndpoint change(UUID workspaceId, UUID id, Change change) {
        WebhookEndpoint endpoint = lock(workspaceId, id);
        if (change.url() != null) {
            endpoint.moveTo(targets.requireTarget(change.url()));
        }
        if (change.description() != null) {
            endpoint.describe(change.description());
        }
        if (change.events() != null) {
            endpoint.filter(EventFilter.of(change.events()));
        }
        if (change.enabled() != null) {
            if (change.enabled()) {
                endpoint.enable();
            } else {
                endpoint.disable();
            }
        }
        return endpoint;
    }

    /**
     * Gives it a new secret.
     *
     * @param overlapSeconds how long the old one signs beside it, 0 to 604800; null for the usual time
     * @throws UnknownIdException when the workspace has no such endpoint
     * @throws InvalidFieldException for {@code overlap_seconds}
     */
    public Revealed rotate(UUID workspaceId, UUID id, @Nullable Long overlapSeconds) {
        Duration overlap = overlap(overlapSeconds);
        WebhookEndpoint endpoint = lock(workspaceId, id);
        Secret fresh = Secret.random();
        endpoint.rotate(fresh, overlap, clock.instant());
        return new Revealed(endpoint, fresh.text());
    }

    private Duration overlap(@Nullable Long seconds) {
        if (seconds == null) {
            return usualOverlap;
        }
        long most = WebhookSettings.LONGEST_OVERLAP.toSeconds();
        if (seconds < 0 || seconds > most) {
            throw new InvalidFieldException("overlap_seconds", "must be 0 to %d, not %d".formatted(most, seconds));
        }
        return Duration.ofSeconds(seconds);
    }

    /** Ends it with its log; what is on its way is not tried again. */
    public void delete(UUID workspaceId, UUID id) {
        endpoints.delete(lock(workspaceId, id));
    }

    private WebhookEndpoint lock(UUID workspaceId, UUID id) {
        return endpoints.findLockedInWorkspace(id, workspaceId).orElseThrow(() -> unknown(id));
    }

    private static UnknownIdException unknown(UUID id) {
        return new UnknownIdException("webhook_endpoint", id);
    }
}
