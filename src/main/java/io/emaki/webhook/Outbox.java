package io.emaki.webhook;

import io.emaki.scheduling.SchedulerFactory;
import io.emaki.scheduling.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Where messages are written and addressed; they leave once the caller's transaction is committed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Outbox {

    private final WebhookMessageRepository messages;
    private final WebhookDeliveryRepository deliveries;
    private final WorkQueue work;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(
            WebhookMessageRepository messages,
            WebhookDeliveryRepository deliveries,
            SchedulerFactory schedulers,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.work = new WorkQueue(Webhooks.TABLE, Webhooks.TASK, schedulers, events);
        this.json = json;
        this.clock = clock;
    }

    /** Body of a message; {@code data} differs by type. */
    private record Body(String type, Instant timestamp, Object data) {}

    /** An id for a message that no other event can lead to. */
    static String freshId() {
        return "msg_" + UUID.randomUUID().toString().replace("-", "");
    }

    WebhookMessage write(UUID workspaceId, String id, String type, Object data) {
        Instant now = clock.instant();
        String body = json.writeValueAsString(new Body(type, now, data));
        return messages.save(new WebhookMessage(id, workspaceId, type, body, now));
    }

    WebhookDelivery address(String messageId, UUID endpointId) {
        Instant now = clock.instant();
        WebhookDelivery delivery = deliveries.save(new WebhookDelivery(UUID.randomUUID(), messageId, endpointId, now));
        work.add(delivery.id(), now);
        return delivery;
    }
}
