package io.emaki.webhook.web;

import io.emaki.access.Caller;
import io.emaki.webhook.LogQuery;
import io.emaki.webhook.WebhookDeliveries;
import io.emaki.webhook.WebhookEndpoint;
import io.emaki.webhook.WebhookEndpoints;
import io.emaki.webhook.WebhookEndpoints.Change;
import io.emaki.webhook.WebhookEndpoints.Revealed;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/webhook-endpoints")
class EndpointController {

    record EndpointBody(
            @Nullable String url,
            @Nullable String description,
            @Nullable List<@Nullable String> events) {}

    record RotationBody(@Nullable Long overlapSeconds) {}

    /** A list inside an object, so that something can be said beside it later. */
    record Page<T>(List<T> data) {}

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Clock clock;

    EndpointController(WebhookEndpoints endpoints, WebhookDeliveries deliveries, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<EndpointView> register(Caller caller, @RequestBody EndpointBody body) {
        Revealed made = endpoints.register(caller.workspaceId(), body.url(), body.description(), body.events());
        return ResponseEntity.created(URI.create(
                        "/api/v1/webhook-endpoints/" + made.endpoint().id()))
                .body(view(made));
    }

    @GetMapping
    Page<EndpointView> list(Caller caller) {
        return new Page<>(
                endpoints.list(caller.workspaceId()).stream().map(this::view).toList());
    }

    @GetMapping("/{id}")
    EndpointView get(Caller caller, @PathVariable UUID id) {
        return view(endpoints.get(caller.workspaceId(), id));
    }

    @PatchMapping("/{id}")
    EndpointView change(Caller caller, @PathVariable UUID id, @RequestBody Change change) {
        return view(endpoints.change(caller.workspaceId(), id, change));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        endpoints.delete(caller.workspaceId(), id);
    }

    @PostMapping("/{id}/secret/rotate")
    EndpointView rotate(
            Caller caller, @PathVariable UUID id, @RequestBody(required = false) @Nullable RotationBody body) {
        return view(endpoints.rotate(caller.workspaceId(), id, body == null ? null : body.overlapSeconds()));
    }

    @PostMapping("/{id}/test")
    ResponseEntity<DeliveryView> test(Caller caller, @PathVariable UUID id) {
        return DeliveryController.accepted(deliveries.test(caller.workspaceId(), id));
    }

    @GetMapping("/{id}/deliveries")
    LogPage deliveries(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after) {
        return LogPage.of(deliveries.list(caller.workspaceId(), id, LogQuery.of(state, limit, after)));
    }

    private EndpointView view(WebhookEndpoint endpoint) {
        return EndpointView.of(endpoint, clock.instant());
    }

    private EndpointView view(Revealed revealed) {
        return EndpointView.of(revealed.endpoint(), revealed.secret(), clock.instant());
    }
}
