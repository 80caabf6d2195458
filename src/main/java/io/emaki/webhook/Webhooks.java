package io.emaki.webhook;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.emaki.scheduling.SchedulerFactory;
import io.emaki.scheduling.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Tells the chat product what happened. */
@Service
public class Webhooks {

    static final String TABLE = "webhook_execution";
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("webhook");

    private final WebhookEndpointRepository endpoints;
    private final WebhookMessageRepository messages;
    private final WebhookDeliveryRepository deliveries;
    private final WorkQueue work;
    private final JsonMapper json;
    private final Clock clock;

    Webhooks(
            WebhookEndpointRepository endpoints,
            WebhookMessageRepository messages,
            WebhookDeliveryRepository deliveries,
            SchedulerFactory schedulers,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.deliveries = deliveries;
        this.work = new WorkQueue(TABLE, TASK, schedulers, events);
        this.json = json;
        this.clock = clock;
    }

    /** Body of a message; {@code data} differs by type. */
    private record Body(String type, Instant timestamp, Object data) {}

    /**
     * Sends a message to every enabled endpoint of the workspace once the caller's transaction is committed. A message whose
     * id is known already is not sent again.
     *
     * @param id {@code msg_} and what identifies the event; receivers see it as {@code webhook-id}
     * @param type dot-separated, such as {@code persona.image.updated}
     * @param data becomes JSON; the whole body stays below 20,000 bytes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(UUID workspaceId, String id, String type, Object data) {
        if (messages.existsById(id)) {
            return;
        }
        Instant now = clock.instant();
        String body = json.writeValueAsString(new Body(type, now, data));
        messages.save(new WebhookMessage(id, workspaceId, type, body, now));
        for (WebhookEndpoint endpoint : endpoints.findByWorkspaceIdAndEnabledTrue(workspaceId)) {
            WebhookDelivery delivery = deliveries.save(new WebhookDelivery(UUID.randomUUID(), id, endpoint.id(), now));
            work.add(delivery.id(), now);
        }
    }
}
