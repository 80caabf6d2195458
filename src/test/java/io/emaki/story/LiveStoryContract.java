package io.emaki.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.emaki.access.Tokens;
import io.emaki.testing.InstantEditor;
import io.emaki.testing.ScriptedDetector;
import io.emaki.testing.TestPictures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A turn's whole way over real HTTP, with the service's own clock and schedulers: nobody pushes anything on. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "emaki.webhook.allow-private-targets=true")
abstract class LiveStoryContract {

    private static final long PATIENCE_SECONDS = 120;

    /** For the runs that are about the database. */
    @TestConfiguration(proxyBeanMethods = false)
    static class InstantParts {

        @Bean
        @Primary
        InstantEditor instantEditor() {
            return new InstantEditor();
        }

        @Bean
        @Primary
        ScriptedDetector scriptedDetector() {
            return new ScriptedDetector();
        }
    }

    private record Received(String body, Map<String, List<String>> headers) {}

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @Autowired
    private JsonMapper json;

    private HttpServer receiver;
    private RestClient client;

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::receive);
        receiver.start();
        client = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(
                        "Authorization", "Bearer " + tokens.create("live").secret())
                .build();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    @Test
    void aTurnBecomesAPictureAndASignedMessage() throws Exception {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        String secret = post(
                        "/api/v1/webhook-endpoints", Map.of("url", url, "events", List.of("persona.image.updated")))
                .path("secret")
                .asString();
        String persona =
                post("/api/v1/personas", Map.of("name", "Rin")).path("id").asString();
        client.put()
                .uri("/api/v1/personas/" + persona + "/picture")
                .contentType(MediaType.IMAGE_PNG)
                .body(TestPictures.avatar())
                .retrieve()
                .toBodilessEntity();
        String story = post("/api/v1/stories", Map.of("title", "Live", "persona_ids", List.of(persona)))
                .path("id")
                .asString();

        JsonNode turn = post(
                "/api/v1/stories/" + story + "/turns",
                Map.of("speaker", "narrator", "text", "Rin changes into a red kimono. [outfit set: a red kimono]"));

        Received message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        new Webhook(secret).verify(message.body(), message.headers());
        JsonNode data = json.readTree(message.body()).path("data");
        assertThat(data.path("job_id")).isEqualTo(turn.path("jobs").path(0).path("id"));
        byte[] picture = client.get()
                .uri(data.path("picture").path("url").asString())
                .retrieve()
                .body(byte[].class);
        assertThat(picture).isNotEmpty();
        assertThat(get("/api/v1/personas/" + persona).path("picture").path("sha256"))
                .isEqualTo(data.path("picture").path("sha256"));
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(
                    body,
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue))));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private JsonNode post(String path, Object body) {
        return json.readTree(client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(body))
                .retrieve()
                .body(String.class));
    }

    private JsonNode get(String path) {
        return json.readTree(client.get().uri(path).retrieve().body(String.class));
    }
}
