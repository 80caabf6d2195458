package io.emaki.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** What the owner of an endpoint can do with it, on every database. */
abstract class EndpointControlContract extends ReceiverContract {

    private static final String ALLOWED =
            "must be one of persona.image.updated, persona.appearance.changed, edit.failed,"
                    + " edit.refused, story.chapter.refreshed, webhook.test, webhook.endpoint.disabled; not ";

    @Test
    void aChangeLeavesAloneWhatItDoesNotName() {
        String moved = freshPath();
        JsonNode before = endpoint();

        JsonNode renamed = change("{\"description\": \"the second one\"}");
        assertThat(renamed.path("description").asString()).isEqualTo("the second one");
        assertThat(renamed.path("url")).isEqualTo(before.path("url"));
        assertThat(renamed.path("enabled").asBoolean()).isTrue();
        change("{\"url\": \"%s\"}".formatted(url(moved)));
        assertThat(change("{}")).isEqualTo(endpoint());
        publish(freshId());

        assertThat(endpoint().path("description").asString()).isEqualTo("the second one");
        assertThat(received()).isEmpty();
        assertThat(received(moved)).hasSize(1);
    }

    @Test
    void aRefusedChangeChangesNothing() {
        JsonNode before = endpoint();

        assertThat(refuseChange("{\"description\": \"new\", \"enabled\": false, \"url\": \"ftp://example.org/\"}"))
                .startsWith("url must start with https://");
        assertThat(refuseChange("{\"url\": \"https://example.org/\", \"events\": [\"edit.failed\", \"edit.done\"]}"))
                .isEqualTo("events[1] " + ALLOWED + "'edit.done'");
        assertThat(refuseChange("{\"events\": [null]}")).startsWith("events[0] must not be null");
        assertThat(refuseChange("{\"events\": \"edit.failed\"}")).startsWith("events ");
        assertThat(refuseChange("{\"enabled\": \"perhaps\"}")).startsWith("enabled ");
        assertThat(refuseChange("{\"description\": \"%s\"}".formatted("x".repeat(201))))
                .startsWith("description must be at most 200");

        assertThat(endpoint()).isEqualTo(before);
        assertThat(refusal(post(ENDPOINTS, "{\"url\": \"https://example.org/\", \"events\": [\"all\"]}"), 400))
                .isEqualTo("events[0] " + ALLOWED + "'all'");
        assertThat(ok(get(ENDPOINTS)).path("data")).hasSize(1);
    }

    @Test
    void aFilterLetsOnlyItsTypesThrough() {
        String narrow = freshPath();
        JsonNode made = register(narrow, List.of("edit.refused", "edit.failed", "edit.refused"));
        assertThat(made.path("events")).extracting(JsonNode::asString).containsExactly("edit.refused", "edit.failed");
        assertThat(endpoint().path("events")).isEmpty();
        publish(freshId(), "persona.image.updated");
        publish(freshId(), WebhookEvent.EDIT_FAILED.type());

        assertThat(received(narrow))
                .extracting(request -> message(request).path("type").asString())
                .containsExactly("edit.failed");
        assertThat(received()).hasSize(2);

        String changed = ENDPOINTS + "/" + made.path("id").asString();
        ok(patch(changed, "{\"events\": [\"persona.image.updated\"]}"));
        publish(freshId(), "edit.failed");
        publish(freshId(), "persona.image.updated");
        assertThat(received(narrow)).hasSize(2);
        ok(patch(changed, "{\"events\": []}"));
        publish(freshId(), "edit.failed");
        assertThat(received(narrow)).hasSize(3);
    }

    @Test
    void aDisabledEndpointWaitsUntilItIsEnabled() {
        answer(aResponse().withStatus(500));
        publish(freshId());
        JsonNode disabled = change("{\"enabled\": false}");
        assertThat(disabled.path("enabled").asBoolean()).isFalse();
        assertThat(disabled.path("disabled_reason").isNull()).isTrue();
        publish(freshId());
        answer(noContent());
        change("{\"enabled\": true}");
        clock.move(Duration.ofMinutes(1));
        schedulers.runWebhooks();

        assertThat(received()).hasSize(2);
        assertThat(received().getFirst().getHeader("webhook-id"))
                .isEqualTo(received().getLast().getHeader("webhook-id"));
    }

    @Test
    void enablingForgetsTheFailuresBefore() {
        answer(aResponse().withStatus(500));
        publish(freshId());
        clock.move(Duration.ofDays(5));
        schedulers.runWebhooks();
        assertThat(endpoint().path("disabled_reason").asString()).startsWith("every attempt has failed");

        JsonNode enabled = change("{\"enabled\": true}");
        assertThat(enabled.path("enabled").asBoolean()).isTrue();
        assertThat(enabled.path("disabled_reason").isNull()).isTrue();
        assertThat(enabled.path("failing_since").isNull()).isTrue();
        publish(freshId());

        assertThat(endpoint().path("enabled").asBoolean()).isTrue();
        assertThat(Instant.parse(endpoint().path("failing_since").asString())).isEqualTo(clock.instant());
    }

    @Test
    void theOldSecretSignsBesideTheNewOneForADay() {
        JsonNode rotated = rotate(null);
        String second = rotated.path("secret").asString();
        assertThat(second).startsWith("whsec_").isNotEqualTo(secret);
        assertThat(expiry(rotated)).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
        assertThat(expiry(endpoint())).isEqualTo(expiry(rotated));
        assertThat(endpoint().has("secret")).isFalse();
        publish(freshId());
        clock.move(Duration.ofDays(1).minusSeconds(1));
        publish(freshId());
        assertThat(received())
                .allSatisfy(request -> assertThat(signatures(request))
                        .containsExactly(signature(second, request), signature(secret, request)));

        clock.move(Duration.ofSeconds(1));
        assertThat(endpoint().path("previous_secret_expires_at").isNull()).isTrue();
        publish(freshId());
        LoggedRequest last = newest();
        assertThat(signatures(last)).containsExactly(signature(second, last));
    }

    @Test
    void anotherRotationDropsTheOldest() {
        String second = rotate("{}").path("secret").asString();
        JsonNode rotated = rotate("{\"overlap_seconds\": 60}");
        String third = rotated.path("secret").asString();
        assertThat(expiry(rotated)).isEqualTo(clock.instant().plusSeconds(60));
        publish(freshId());
        LoggedRequest both = received().getFirst();
        assertThat(signatures(both)).containsExactly(signature(third, both), signature(second, both));

        String fourth = rotate("{\"overlap_seconds\": 0}").path("secret").asString();
        clock.move(Duration.ofSeconds(1));
        publish(freshId());
        LoggedRequest one = newest();
        assertThat(signatures(one)).containsExactly(signature(fourth, one));
    }

    @Test
    void aRefusedRotationKeepsTheSecret() {
        for (String seconds : List.of("-1", "604801")) {
            assertThat(refusal(post(rotation(), "{\"overlap_seconds\": %s}".formatted(seconds)), 400))
                    .isEqualTo("overlap_seconds must be 0 to 604800, not " + seconds);
        }
        assertThat(refusal(post(rotation(), "{\"overlap_seconds\": \"a day\"}"), 400))
                .startsWith("overlap_seconds ");
        publish(freshId());
        LoggedRequest request = received().getFirst();
        assertThat(signatures(request)).containsExactly(signature(secret, request));
    }

    @Test
    void aTestGoesToThisEndpointAlone() {
        String other = freshPath();
        register(other, List.of());
        change("{\"events\": [\"edit.failed\"]}");
        MvcTestResult answer = post(ENDPOINTS + "/" + endpoint + "/test", null);
        assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
        JsonNode started = ok(answer);
        assertThat(started.path("state").asString()).isEqualTo("PENDING");
        assertThat(started.path("type").asString()).isEqualTo("webhook.test");
        schedulers.runWebhooks();

        assertThat(received(other)).isEmpty();
        assertThat(received()).singleElement().satisfies(request -> {
            assertThat(request.getHeader("webhook-id"))
                    .isEqualTo(started.path("webhook_id").asString());
            assertThat(message(request).path("type").asString()).isEqualTo("webhook.test");
            assertThat(message(request).path("data").path("endpoint_id").asString())
                    .isEqualTo(endpoint);
        });
        assertThat(answer).hasHeader("Location", DELIVERIES + started.path("id").asString());
        assertThat(ok(get(answer.getResponse().getHeader("Location")))
                        .path("state")
                        .asString())
                .isEqualTo("DELIVERED");

        change("{\"enabled\": false}");
        assertThat(refusal(post(ENDPOINTS + "/" + endpoint + "/test", null), 409))
                .startsWith("webhook_endpoint is disabled");
    }

    @Test
    void theOtherEndpointsHearThatOneIsDisabled() {
        String other = freshPath();
        String deaf = freshPath();
        register(other, List.of("webhook.endpoint.disabled"));
        register(deaf, List.of("persona.appearance.changed"));
        answer(path, aResponse().withStatus(410));
        publish(freshId());
        post(ENDPOINTS + "/" + endpoint + "/test", null);
        schedulers.runWebhooks();

        assertThat(received(other)).singleElement().satisfies(request -> {
            assertThat(message(request).path("type").asString()).isEqualTo("webhook.endpoint.disabled");
            JsonNode data = message(request).path("data");
            assertThat(data.path("endpoint_id").asString()).isEqualTo(endpoint);
            assertThat(data.path("description").asString()).isEqualTo("of a test");
            assertThat(data.path("reason").asString()).contains("410");
            assertThat(Instant.parse(data.path("disabled_at").asString())).isEqualTo(clock.instant());
            assertThat(request.getBodyAsString()).doesNotContain(path);
        });
        assertThat(received(deaf)).isEmpty();
        assertThat(received()).hasSize(1);
    }

    @Test
    void theyHearOfFiveDaysOfFailuresButNotOfItsOwnersWish() {
        String other = freshPath();
        register(other, List.of("webhook.endpoint.disabled"));
        change("{\"enabled\": false}");
        change("{\"enabled\": true}");
        answer(path, aResponse().withStatus(500));
        Instant start = clock.instant();
        publish(freshId());
        publish(freshId());
        assertThat(received(other)).isEmpty();
        clock.move(Duration.ofDays(5));
        schedulers.runWebhooks();

        assertThat(received(other)).singleElement().satisfies(request -> {
            JsonNode data = message(request).path("data");
            assertThat(Instant.parse(data.path("failing_since").asString())).isEqualTo(start);
            assertThat(data.path("reason").asString()).startsWith("every attempt has failed since");
        });
    }

    @Test
    void otherWorkspacesCannotTouchIt() {
        changeWorkspace();

        assertThat(refusal(patch(ENDPOINTS + "/" + endpoint, "{\"enabled\": false}"), 404))
                .startsWith("webhook_endpoint does not exist");
        assertThat(refusal(post(rotation(), null), 404)).startsWith("webhook_endpoint does not exist");
        assertThat(refusal(post(ENDPOINTS + "/" + endpoint + "/test", null), 404))
                .startsWith("webhook_endpoint does not exist");
    }

    private String refuseChange(String body) {
        return refusal(patch(ENDPOINTS + "/" + endpoint, body), 400);
    }

    private String rotation() {
        return ENDPOINTS + "/" + endpoint + "/secret/rotate";
    }

    private JsonNode rotate(String body) {
        return ok(post(rotation(), body));
    }

    private static Instant expiry(JsonNode view) {
        return Instant.parse(view.path("previous_secret_expires_at").asString());
    }

    private LoggedRequest newest() {
        String now = Long.toString(clock.instant().getEpochSecond());
        return received().stream()
                .filter(request -> request.getHeader("webhook-timestamp").equals(now))
                .findFirst()
                .orElseThrow();
    }
}
