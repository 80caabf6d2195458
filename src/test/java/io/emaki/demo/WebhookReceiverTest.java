package io.emaki.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The receiver against signatures made by the independent library. */
class WebhookReceiverTest {

    private static final String SECRET = secretOf("the secret of the endpoint, 32 b");
    private static final String OTHER_SECRET = secretOf("a secret of some other endpoint.");
    private static final String BODY = "{\"type\":\"persona.image.updated\",\"data\":{\"name\":\"凛\"}}";

    private WebhookReceiver receiver;

    @BeforeEach
    void start() throws Exception {
        receiver = WebhookReceiver.start(Clock.systemUTC());
        receiver.expectSecret(SECRET);
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void takesWhatTheLibrarySigned() throws Exception {
        long now = Instant.now().getEpochSecond();

        assertThat(deliver("msg_1", now, new Webhook(SECRET).sign("msg_1", now, BODY), BODY))
                .isEqualTo(204);
        assertThat(receiver.next(Duration.ofSeconds(1))).satisfies(delivery -> {
            assertThat(delivery.id()).isEqualTo("msg_1");
            assertThat(delivery.body()).isEqualTo(BODY);
        });
    }

    @Test
    void takesOneOfSeveralSignaturesDuringRotation() throws Exception {
        long now = Instant.now().getEpochSecond();
        String both =
                new Webhook(OTHER_SECRET).sign("msg_1", now, BODY) + " " + new Webhook(SECRET).sign("msg_1", now, BODY);

        assertThat(deliver("msg_1", now, both, BODY)).isEqualTo(204);
    }

    @Test
    void acknowledgesARepetitionAndKeepsItOnce() throws Exception {
        long now = Instant.now().getEpochSecond();
        String signature = new Webhook(SECRET).sign("msg_1", now, BODY);

        assertThat(deliver("msg_1", now, signature, BODY)).isEqualTo(204);
        assertThat(deliver("msg_1", now, signature, BODY)).isEqualTo(204);
        assertThat(receiver.accepted()).hasSize(1);
    }

    @Test
    void refusesAChangedBodyAnotherSecretAnOldTimestampAndNoSignature() throws Exception {
        long now = Instant.now().getEpochSecond();
        long old = now - 3600;
        Webhook library = new Webhook(SECRET);

        assertThat(deliver("msg_1", now, library.sign("msg_1", now, BODY), BODY + " "))
                .isEqualTo(401);
        assertThat(deliver("msg_1", now, new Webhook(OTHER_SECRET).sign("msg_1", now, BODY), BODY))
                .isEqualTo(401);
        assertThat(deliver("msg_1", old, library.sign("msg_1", old, BODY), BODY))
                .isEqualTo(401);
        assertThat(deliver("msg_1", now, "v1,", BODY)).isEqualTo(401);
        assertThat(receiver.accepted()).isEmpty();
        assertThat(receiver.rejected()).isEqualTo(4);
    }

    private int deliver(String id, long timestamp, String signature, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(receiver.url())
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static String secretOf(String text) {
        return "whsec_" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
