package io.emaki.webhook;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the chat product what happened. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Webhooks {

    static final String TABLE = "webhook_execution";
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("webhook");

    private final WebhookEndpointRepository endpoints;
    private final WebhookMessageRepository messages;
    private final Outbox outbox;

    Webhooks(WebhookEndpointRepository endpoints, WebhookMessageRepository messages, Outbox outbox) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.outbox = outbox;
    }

    /** As {@link #publish(UUID, String, String, Object)} does. */
    public void publish(UUID workspaceId, String id, WebhookEvent event, Object data) {
        publish(workspaceId, id, event.type(), data);
    }

    /**
     * Sends a message to every enabled endpoint of the workspace that wants its type, once the caller's transaction is
     * committed. A message whose id is known already is not sent again.
     *
     * @param id {@code msg_} and what identifies the event; receivers see it as {@code webhook-id}
     * @param type dot-separated, such as {@code persona.image.updated}; one that {@link WebhookEvent} lacks only reaches
     *     endpoints without a filter
     * @param data becomes JSON; the whole body stays below 20,000 bytes
     */
    public void publish(UUID workspaceId, String id, String type, Object data) {
        if (messages.existsById(id)) {
            return;
        }
        WebhookMessage message = outbox.write(workspaceId, id, type, data);
        for (WebhookEndpoint endpoint : endpoints.findByWorkspaceIdAndEnabledTrue(workspaceId)) {
            if (endpoint.wants(type)) {
                outbox.address(message.id(), endpoint.id());
            }
        }
    }
}
