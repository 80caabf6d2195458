package io.emaki.webhook;

import io.emaki.problem.ConflictException;
import io.emaki.problem.UnknownIdException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A workspace's endpoints and what was delivered to them. */
@Service
@Transactional
public class WebhookEndpoints {

    private static final int MOST = 20;
    private static final Limit MOST_LISTED = Limit.of(100);

    private final WebhookEndpointRepository endpoints;
    private final WebhookDeliveryRepository deliveries;
    private final WebhookAttemptRepository attempts;
    private final TargetPolicy targets;
    private final Clock clock;

    WebhookEndpoints(
            WebhookEndpointRepository endpoints,
            WebhookDeliveryRepository deliveries,
            WebhookAttemptRepository attempts,
            TargetPolicy targets,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * A new endpoint.
     *
     * @param secret {@code whsec_...}; this is the only time it can be seen
     */
    public record Registered(WebhookEndpoint endpoint, String secret) {}

    /**
     * A delivery with its attempts, first one first.
     */
    public record Logged(WebhookDelivery delivery, List<WebhookAttempt> attempts) {}

    /**
     * @param url absolute, http or https
     * @param description for people, at most 200 characters
     * @throws io.emaki.problem.InvalidFieldException for {@code url} or {@code description}
     * @throws ConflictException when the workspace has 20 endpoints already
     */
    public Registered register(UUID workspaceId, @Nullable String url, @Nullable String description) {
        URI target = targets.requireTarget(url);
        if (endpoints.countByWorkspaceId(workspaceId) >= MOST) {
            throw new ConflictException("webhook_endpoints", "can be at most " + MOST + " in a workspace");
        }
        Secret secret = Secret.random();
        WebhookEndpoint endpoint =
                new WebhookEndpoint(UUID.randomUUID(), workspaceId, target, description, secret, clock.instant());
        return new Registered(endpoints.save(endpoint), secret.text());
    }

    @Transactional(readOnly = true)
    public List<WebhookEndpoint> list(UUID workspaceId) {
        return endpoints.findByWorkspaceIdOrderByCreatedAtAscIdAsc(workspaceId);
    }

    /** @throws UnknownIdException when the workspace has no such endpoint */
    @Transactional(readOnly = true)
    public WebhookEndpoint get(UUID workspaceId, UUID id) {
        return endpoints
                .findByIdAndWorkspaceId(id, workspaceId)
                .orElseThrow(() -> new UnknownIdException("webhook_endpoint", id));
    }

    /** Ends it with its log; what is on its way is not tried again. */
    public void delete(UUID workspaceId, UUID id) {
        endpoints.delete(get(workspaceId, id));
    }

    /** The latest 100 deliveries, newest first. */
    @Transactional(readOnly = true)
    public List<Logged> deliveries(UUID workspaceId, UUID id) {
        List<WebhookDelivery> latest = deliveries.findByEndpointIdOrderByCreatedAtDescIdAsc(
                get(workspaceId, id).id(), MOST_LISTED);
        List<WebhookAttempt> made = attempts.findByDeliveryIdInOrderByNumberAsc(
                latest.stream().map(WebhookDelivery::id).toList());
        return latest.stream()
                .map(delivery -> new Logged(
                        delivery,
                        made.stream()
                                .filter(attempt -> attempt.deliveryId().equals(delivery.id()))
                                .toList()))
                .toList();
    }
}
