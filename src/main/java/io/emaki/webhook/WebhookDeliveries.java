package io.emaki.webhook;

import io.emaki.problem.ConflictException;
import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.UnknownIdException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was delivered to a workspace's endpoints, and deliveries that its owner asks for. */
@Service
@Transactional
public class WebhookDeliveries {

    private static final Position NEWEST = new Position(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));

    private final WebhookEndpointRepository endpoints;
    private final WebhookMessageRepository messages;
    private final WebhookDeliveryRepository deliveries;
    private final WebhookAttemptRepository attempts;
    private final Outbox outbox;

    WebhookDeliveries(
            WebhookEndpointRepository endpoints,
            WebhookMessageRepository messages,
            WebhookDeliveryRepository deliveries,
            WebhookAttemptRepository attempts,
            Outbox outbox) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.outbox = outbox;
    }

    /**
     * A delivery with its attempts, first one first.
     *
     * @param type of the message, such as {@code persona.image.updated}
     */
    public record Logged(WebhookDelivery delivery, String type, List<WebhookAttempt> attempts) {}

    /**
     * A part of a log, newest first.
     *
     * @param next what {@link LogQuery#after()} has to be for the page that follows; empty on the last one
     */
    public record Page(List<Logged> deliveries, Optional<UUID> next) {}

    /** The data of {@link WebhookEvent#WEBHOOK_TEST}. */
    private record TestData(UUID endpointId, String description) {}

    private record Position(Instant createdAt, UUID id) {}

    /**
     * @throws UnknownIdException when the workspace has no such endpoint
     * @throws InvalidFieldException for {@code after} when it names no delivery to this endpoint
     */
    @Transactional(readOnly = true)
    public Page list(UUID workspaceId, UUID endpointId, LogQuery query) {
        UUID endpoint = endpoints
                .findByIdAndWorkspaceId(endpointId, workspaceId)
                .orElseThrow(() -> unknownEndpoint(endpointId))
                .id();
        Position position = position(endpoint, query.after());
        List<WebhookDelivery> found = deliveries.findPage(
                endpoint, query.states(), position.createdAt(), position.id(), Limit.of(query.limit() + 1));
        List<WebhookDelivery> page = found.stream().limit(query.limit()).toList();
        return new Page(
                logged(page),
                found.size() > page.size() ? Optional.of(page.getLast().id()) : Optional.empty());
    }

    private Position position(UUID endpointId, @Nullable UUID after) {
        if (after == null) {
            return NEWEST;
        }
        return deliveries
                .findById(after)
                .filter(delivery -> delivery.endpointId().equals(endpointId))
                .map(delivery -> new Position(delivery.createdAt(), delivery.id()))
                .orElseThrow(() ->
                        new InvalidFieldException("after", "must be what an earlier page of this log had as 'next'"));
    }

    /** @throws UnknownIdException when the workspace has no such delivery */
    @Transactional(readOnly = true)
    public Logged get(UUID workspaceId, UUID id) {
        return logged(List.of(require(workspaceId, id))).getFirst();
    }

    /**
     * Sends a message of type {@code webhook.test} to this endpoint alone, whatever its filter is.
     *
     * @throws UnknownIdException when the workspace has no such endpoint
     * @throws ConflictException when it is disabled
     */
    public Logged test(UUID workspaceId, UUID endpointId) {
        WebhookEndpoint endpoint = requireEnabled(workspaceId, endpointId);
        String type = WebhookEvent.WEBHOOK_TEST.type();
        WebhookMessage message =
                outbox.write(workspaceId, Outbox.freshId(), type, new TestData(endpoint.id(), endpoint.description()));
        return new Logged(outbox.address(message.id(), endpoint.id()), type, List.of());
    }

    /**
     * Sends the message of an ended delivery to the same endpoint once more, as a delivery of its own with retries of its
     * own. The receiver sees the same {@code webhook-id} and body.
     *
     * @throws UnknownIdException when the workspace has no such delivery
     * @throws ConflictException when the endpoint is disabled, or a delivery of this message to it is not over
     */
    public Logged redeliver(UUID workspaceId, UUID id) {
        WebhookDelivery original = require(workspaceId, id);
        // Locked, so that of two requests at once the later one sees what the earlier one started.
        WebhookEndpoint endpoint = requireEnabled(workspaceId, original.endpointId());
        if (deliveries.existsByMessageIdAndEndpointIdAndState(
                original.messageId(), endpoint.id(), DeliveryState.PENDING)) {
            throw new ConflictException(
                    "webhook_delivery",
                    "can be repeated once no other one of the same message to this endpoint is PENDING");
        }
        return logged(List.of(outbox.address(original.messageId(), endpoint.id())))
                .getFirst();
    }

    private WebhookDelivery require(UUID workspaceId, UUID id) {
        return deliveries
                .findInWorkspace(id, workspaceId)
                .orElseThrow(() -> new UnknownIdException("webhook_delivery", id));
    }

    private WebhookEndpoint requireEnabled(UUID workspaceId, UUID id) {
        WebhookEndpoint endpoint =
                endpoints.findLockedInWorkspace(id, workspaceId).orElseThrow(() -> unknownEndpoint(id));
        if (!endpoint.isEnabled()) {
            throw new ConflictException("webhook_endpoint", "is disabled; a change of 'enabled' to true enables it");
        }
        return endpoint;
    }

    private static UnknownIdException unknownEndpoint(UUID id) {
        return new UnknownIdException("webhook_endpoint", id);
    }

    private List<Logged> logged(List<WebhookDelivery> page) {
        Map<UUID, List<WebhookAttempt>> made =
                attempts
                        .findByDeliveryIdInOrderByNumberAsc(
                                page.stream().map(WebhookDelivery::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(WebhookAttempt::deliveryId));
        Map<String, String> types =
                messages
                        .findByIdIn(page.stream()
                                .map(WebhookDelivery::messageId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(MessageType::id, MessageType::type));
        return page.stream()
                .map(delivery -> new Logged(
                        delivery,
                        types.getOrDefault(delivery.messageId(), ""),
                        made.getOrDefault(delivery.id(), List.of())))
                .toList();
    }
}
