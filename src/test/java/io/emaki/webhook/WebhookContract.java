package io.emaki.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** What webhooks promise on every database, against a real receiver. */
abstract class WebhookContract extends ReceiverContract {

    @Test
    void aNewPictureIsToldAndTheSignatureHolds() {
        ok(patch(ENDPOINTS + "/" + endpoint, "{\"events\": [\"persona.image.updated\"]}"));
        String rin = createPicturedPersona("Rin");
        String before = pictureOf(rin);
        JsonNode turn = say(createStory(rin), "She pulls it on. [outfit add: a red scarf]");
        schedulers.runEdits();
        schedulers.runWebhooks();

        LoggedRequest request = received().getFirst();
        String body = request.getBodyAsString();
        assertThat(signatures(request)).containsExactly(signature(secret, request));

        JsonNode message = json.readTree(body);
        assertThat(message.path("type").asString()).isEqualTo("persona.image.updated");
        assertThat(Instant.parse(message.path("timestamp").asString())).isEqualTo(clock.instant());
        JsonNode data = message.path("data");
        JsonNode job = turn.path("jobs").path(0);
        assertThat(data.path("job_id")).isEqualTo(job.path("id"));
        assertThat(data.path("persona_id").asString()).isEqualTo(rin);
        assertThat(data.path("turn_id")).isEqualTo(turn.path("turn_id"));
        assertThat(data.path("picture").path("sha256").asString()).isEqualTo(pictureOf(rin));
        assertThat(data.path("picture").path("width").asInt()).isEqualTo(64);
        assertThat(data.path("picture").path("url").asString()).endsWith("/media/" + pictureOf(rin) + ".png");
        assertThat(data.path("parent_picture").path("sha256").asString()).isEqualTo(before);
        assertThat(data.path("changes").path(0).path("axis").asString()).isEqualTo("outfit");
        assertThat(data.path("changes").path(0).path("evidence").asString()).isEqualTo("[outfit add: a red scarf]");
        assertThat(data.path("instruction").asString()).startsWith("Add a red scarf");
        assertThat(data.path("parameters").path("guidance_scale").asDouble()).isEqualTo(5.0);
        assertThat(data.path("parameters").path("lora_stack").path("name").asString())
                .isEqualTo("c0-base");
        assertThat(request.getHeader("webhook-id"))
                .isEqualTo(job(job.path("id").asString()).path("webhook_id").asString());
        assertThat(log().path("state").asString()).isEqualTo("DELIVERED");
    }

    @Test
    void evenTheLongestStoryFitsIntoAMessage() {
        String rin = createPicturedPersona("Rin");
        String story = createStory(rin);
        for (int i = 0; i < 24; i++) {
            say(story, "[outfit add: %s%d] %s".formatted("着物".repeat(140), i, "語".repeat(10_000)));
        }
        schedulers.runEdits();
        schedulers.runWebhooks();

        assertThat(received())
                .hasSize(25)
                .allSatisfy(request -> assertThat(request.getBody().length).isLessThan(20_000));
    }

    @Test
    void aFailedDeliveryIsRepeatedWithTheSameIdAndANewTime() {
        answer(aResponse().withStatus(500));
        publish("msg_a" + UUID.randomUUID());
        Instant start = clock.instant();
        assertThat(log().path("state").asString()).isEqualTo("PENDING");
        assertThat(Instant.parse(log().path("next_attempt_at").asString()))
                .isBetween(start.plusSeconds(5), start.plusMillis(5_500));

        clock.move(Duration.ofSeconds(4));
        schedulers.runWebhooks();
        assertThat(received()).hasSize(1);
        answer(noContent());
        clock.move(Duration.ofSeconds(2));
        schedulers.runWebhooks();

        List<LoggedRequest> requests = received();
        assertThat(requests).hasSize(2);
        assertThat(requests)
                .extracting(request -> request.getHeader("webhook-id"))
                .containsOnly(requests.getFirst().getHeader("webhook-id"));
        assertThat(requests)
                .extracting(request -> request.getHeader("webhook-timestamp"))
                .containsExactlyInAnyOrder(
                        Long.toString(start.getEpochSecond()), Long.toString(start.getEpochSecond() + 6));
        assertThat(requests)
                .allSatisfy(request -> assertThat(signatures(request)).containsExactly(signature(secret, request)));
        assertThat(log().path("state").asString()).isEqualTo("DELIVERED");
        assertThat(log().path("attempts"))
                .extracting(attempt -> attempt.path("status").asInt())
                .containsExactly(500, 204);
    }

    @Test
    void givesUpAfterTenAttempts() {
        answer(aResponse().withStatus(503));
        publish("msg_b" + UUID.randomUUID());
        for (int i = 0; i < 12; i++) {
            clock.move(Duration.ofHours(11));
            schedulers.runWebhooks();
            clock.move(Duration.ofHours(16));
            schedulers.runWebhooks();
        }

        assertThat(received()).hasSizeBetween(8, 10);
        assertThat(log().path("state").asString()).isEqualTo("FAILED");
        assertThat(log().path("attempts").size()).isEqualTo(received().size());
    }

    @Test
    void anEndpointThatFailsForFiveDaysIsDisabled() {
        answer(aResponse().withStatus(500));
        publish("msg_c" + UUID.randomUUID());
        clock.move(Duration.ofDays(4));
        schedulers.runWebhooks();
        assertThat(endpoint().path("enabled").asBoolean()).isTrue();
        clock.move(Duration.ofDays(1));
        schedulers.runWebhooks();

        assertThat(endpoint().path("enabled").asBoolean()).isFalse();
        assertThat(endpoint().path("disabled_reason").asString()).startsWith("every attempt has failed since");
        assertThat(log().path("state").asString()).isEqualTo("FAILED");
    }

    @Test
    void aReceiverThatIsGoneGetsNothingMore() {
        answer(aResponse().withStatus(410));
        publish("msg_d" + UUID.randomUUID());
        publish("msg_e" + UUID.randomUUID());
        clock.move(Duration.ofDays(1));
        schedulers.runWebhooks();

        assertThat(received()).hasSize(1);
        assertThat(endpoint().path("enabled").asBoolean()).isFalse();
        assertThat(endpoint().path("disabled_reason").asString()).contains("410");
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "120"));
        publish("msg_f" + UUID.randomUUID());
        clock.move(Duration.ofSeconds(119));
        schedulers.runWebhooks();
        assertThat(received()).hasSize(1);

        clock.move(Duration.ofSeconds(1));
        schedulers.runWebhooks();
        assertThat(received()).hasSize(2);
    }

    @Test
    void doesNotFollowARedirect() {
        answer(aResponse().withStatus(307).withHeader("Location", receiver().baseUrl() + "/elsewhere"));
        publish("msg_g" + UUID.randomUUID());

        receiver().verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
        assertThat(log().path("state").asString()).isEqualTo("PENDING");
        assertThat(log().path("attempts").path(0).path("status").asInt()).isEqualTo(307);
    }

    @Test
    void theSameEventIsSentOnce() {
        String id = "msg_i" + UUID.randomUUID();
        publish(id);
        publish(id);

        assertThat(received()).hasSize(1);
    }

    @Test
    void showsTheSecretOnceAndEndsWhenDeleted() {
        assertThat(secret).startsWith("whsec_");
        assertThat(endpoint().has("secret")).isFalse();
        assertThat(ok(get("/api/v1/webhook-endpoints")).path("data"))
                .singleElement()
                .satisfies(listed -> assertThat(listed.has("secret")).isFalse());
        answer(aResponse().withStatus(500));
        publish("msg_j" + UUID.randomUUID());

        assertThat(delete("/api/v1/webhook-endpoints/" + endpoint)).hasStatus(HttpStatus.NO_CONTENT);
        clock.move(Duration.ofDays(1));
        schedulers.runWebhooks();

        assertThat(received()).hasSize(1);
        assertThat(refusal(get("/api/v1/webhook-endpoints/" + endpoint), 404)).startsWith("webhook_endpoint ");
    }

    @Test
    void otherWorkspacesNeitherSeeItNorFeedIt() {
        changeWorkspace();
        publish("msg_k" + UUID.randomUUID());

        assertThat(received()).isEmpty();
        assertThat(refusal(get("/api/v1/webhook-endpoints/" + endpoint + "/deliveries"), 404))
                .startsWith("webhook_");
        assertThat(refusal(delete("/api/v1/webhook-endpoints/" + endpoint), 404))
                .startsWith("webhook_endpoint ");
    }
}
