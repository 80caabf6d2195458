package io.emaki.webhook.web;

import io.emaki.access.Caller;
import io.emaki.webhook.WebhookEndpoints;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/webhook-endpoints")
class EndpointController {

    record EndpointBody(@Nullable String url, @Nullable String description) {}

    /** A list inside an object, so that something can be said beside it later. */
    record Page<T>(List<T> data) {}

    private final WebhookEndpoints endpoints;

    EndpointController(WebhookEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @PostMapping
    ResponseEntity<EndpointView> register(Caller caller, @RequestBody EndpointBody body) {
        WebhookEndpoints.Registered made = endpoints.register(caller.workspaceId(), body.url(), body.description());
        return ResponseEntity.created(URI.create(
                        "/api/v1/webhook-endpoints/" + made.endpoint().id()))
                .body(EndpointView.of(made.endpoint(), made.secret()));
    }

    @GetMapping
    Page<EndpointView> list(Caller caller) {
        return new Page<>(endpoints.list(caller.workspaceId()).stream()
                .map(EndpointView::of)
                .toList());
    }

    @GetMapping("/{id}")
    EndpointView get(Caller caller, @PathVariable UUID id) {
        return EndpointView.of(endpoints.get(caller.workspaceId(), id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        endpoints.delete(caller.workspaceId(), id);
    }

    @GetMapping("/{id}/deliveries")
    Page<DeliveryView> deliveries(Caller caller, @PathVariable UUID id) {
        return new Page<>(endpoints.deliveries(caller.workspaceId(), id).stream()
                .map(DeliveryView::of)
                .toList());
    }
}
