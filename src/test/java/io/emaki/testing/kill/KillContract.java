package io.emaki.testing.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.emaki.testing.TestPictures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process is killed at each moment of an edit's life, one persona for each, and started again on the same database and
 * folder. It ends with one picture, one message and the right state, as if nothing had happened.
 */
abstract class KillContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> MOMENTS = List.of(
            "after TurnRecords.record",
            "before JobWriter.begin",
            "in JobWriter.begin",
            "after JobWriter.begin",
            "before the model",
            "between two steps",
            "after the model",
            "after the picture was stored",
            "in JobWriter.finish",
            "after JobWriter.finish",
            "before DeliveryRecords.open",
            "before DeliveryRecords.record",
            "in DeliveryRecords.record");

    private record Message(String id, JsonNode body) {}

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<Message> received = new ConcurrentLinkedQueue<>();
    private final Map<String, String> personas = new LinkedHashMap<>();

    @TempDir
    Path folder;

    private HttpServer receiver;
    private ChildService service;
    private String token;

    /** The settings that name the database, which outlives the process. */
    abstract Map<String, String> database(Path folder) throws IOException;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::receive);
        receiver.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        receiver.stop(0);
        if (service != null) {
            service.kill();
        }
    }

    @Test
    void aKilledProcessGoesOnWhereItWas() throws Exception {
        Map<String, String> settings = new HashMap<>(database(folder));
        settings.put("server.port", "0");
        settings.put("emaki.data-dir", folder.resolve("data").toString());
        settings.put("emaki.check.kind", "none");
        settings.put("emaki.webhook.allow-private-targets", "true");
        settings.put("emaki.scheduling.poll-interval", "100ms");
        settings.put("emaki.scheduling.heartbeat", "200ms");
        service = new ChildService(folder, settings);
        token = service.token();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        String endpoint = post(
                        "/api/v1/webhook-endpoints", Map.of("url", url, "events", List.of("persona.image.updated")))
                .path("id")
                .asString();

        for (String moment : MOMENTS) {
            String persona = persona(moment);
            personas.put(moment, persona);
            String story = post("/api/v1/stories", Map.of("title", moment, "persona_ids", List.of(persona)))
                    .path("id")
                    .asString();
            service.arm(moment);
            http.sendAsync(
                    request("/api/v1/stories/" + story + "/turns")
                            .POST(BodyPublishers.ofString(json.writeValueAsString(
                                    Map.of("speaker", "narrator", "text", "[outfit set: the coat of " + moment + "]"))))
                            .build(),
                    BodyHandlers.discarding());
            service.awaitMoment();
            service.kill();
            service = new ChildService(folder, settings);
            await(moment)
                    .atMost(PATIENCE)
                    .until(() -> messages(persona).size() >= 1
                            && get("/api/v1/webhook-endpoints/" + endpoint + "/deliveries?state=pending")
                                    .path("data")
                                    .isEmpty());
        }
        for (String moment : MOMENTS) {
            isAsIfNothingHappened(moment, personas.get(moment));
        }
        assertThat(storedPictures()).isEqualTo(1 + MOMENTS.size());
    }

    private String persona(String moment) throws Exception {
        String id = post("/api/v1/personas", Map.of("name", "Rin")).path("id").asString();
        HttpResponse<String> uploaded = http.send(
                request("/api/v1/personas/" + id + "/picture")
                        .setHeader("Content-Type", "image/png")
                        .PUT(BodyPublishers.ofByteArray(TestPictures.png(64, 64, 0x224466)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(uploaded.statusCode()).as(moment + uploaded.body()).isEqualTo(200);
        return id;
    }

    private void isAsIfNothingHappened(String moment, String id) throws Exception {
        JsonNode persona = get("/api/v1/personas/" + id);
        assertThat(persona.path("appearance").path("outfit").asString())
                .as(moment)
                .isEqualTo("the coat of " + moment);
        assertThat(persona.path("shown_appearance")).as(moment).isEqualTo(persona.path("appearance"));
        String picture = persona.path("picture").path("sha256").asString();

        List<JsonNode> turned = Stream.of(get("/api/v1/personas/" + id + "/revisions"))
                .map(answer -> answer.path("data"))
                .flatMap(JsonNode::valueStream)
                .filter(revision -> !revision.path("cause").path("turn_id").isNull())
                .toList();
        assertThat(turned).as(moment + turned).hasSize(1);
        assertThat(turned.getFirst().path("status").asString()).as(moment).isEqualTo("PICTURED");
        assertThat(turned.getFirst().path("picture_sha256").asString())
                .as(moment)
                .isEqualTo(picture);

        assertThat(messages(id).stream().map(Message::id).collect(Collectors.toSet()))
                .as(moment)
                .hasSize(1);
        Set<JsonNode> told = messages(id).stream().map(Message::body).collect(Collectors.toSet());
        assertThat(told).as(moment).hasSize(1);
        assertThat(told.iterator()
                        .next()
                        .path("data")
                        .path("picture")
                        .path("sha256")
                        .asString())
                .as(moment)
                .isEqualTo(picture);
        String job = told.iterator().next().path("data").path("job_id").asString();
        assertThat(get("/api/v1/jobs/" + job).path("state").asString())
                .as(moment)
                .isEqualTo("COMPLETED");
    }

    private List<Message> messages(String persona) {
        return received.stream()
                .filter(message -> message.body()
                        .path("data")
                        .path("persona_id")
                        .asString()
                        .equals(persona))
                .toList();
    }

    private long storedPictures() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data").resolve("pictures"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
            received.add(new Message(exchange.getRequestHeaders().getFirst("webhook-id"), body));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private JsonNode post(String path, Map<String, ?> body) throws Exception {
        return answer(request(path).POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private JsonNode get(String path) throws Exception {
        return answer(request(path).GET());
    }

    private JsonNode answer(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return json.readTree(answer.body());
    }
}
