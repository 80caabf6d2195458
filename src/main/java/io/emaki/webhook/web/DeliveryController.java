package io.emaki.webhook.web;

import io.emaki.access.Caller;
import io.emaki.webhook.WebhookDeliveries;
import io.emaki.webhook.WebhookDeliveries.Logged;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(DeliveryController.PATH)
class DeliveryController {

    static final String PATH = "/api/v1/webhook-deliveries";

    private final WebhookDeliveries deliveries;

    DeliveryController(WebhookDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping("/{id}")
    DeliveryView get(Caller caller, @PathVariable UUID id) {
        return DeliveryView.of(deliveries.get(caller.workspaceId(), id));
    }

    @PostMapping("/{id}/redeliver")
    ResponseEntity<DeliveryView> redeliver(Caller caller, @PathVariable UUID id) {
        return accepted(deliveries.redeliver(caller.workspaceId(), id));
    }

    static ResponseEntity<DeliveryView> accepted(Logged started) {
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + started.delivery().id()))
                .body(DeliveryView.of(started));
    }
}
