package io.emaki.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's HTTP interface as a chat product would use it. */
final class ApiClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI service;
    private final String token;

    ApiClient(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    /** @throws DemoException when the service answers with anything but a 2xx status */
    JsonNode get(String path) throws InterruptedException {
        return json.readTree(send("GET", path, "application/json", BodyPublishers.noBody()));
    }

    /** @throws DemoException when the service answers with anything but a 2xx status */
    JsonNode post(String path, Object body) throws InterruptedException {
        return json.readTree(
                send("POST", path, "application/json", BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** @throws DemoException when the service answers with anything but a 2xx status */
    void putPng(String path, byte[] png) throws InterruptedException {
        send("PUT", path, "image/png", BodyPublishers.ofByteArray(png));
    }

    /** @throws DemoException when the service answers with anything but a 2xx status */
    byte[] bytes(String path) throws InterruptedException {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    JsonNode parse(String text) {
        return json.readTree(text);
    }

    private byte[] send(String method, String path, String type, BodyPublisher body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, body)
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new DemoException("%s %s was answered with %d: %s"
                        .formatted(
                                method,
                                path,
                                response.statusCode(),
                                new String(response.body(), StandardCharsets.UTF_8)));
            }
            return response.body();
        } catch (IOException broken) {
            throw new DemoException(method + " " + path + " failed: " + broken.getMessage(), broken);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
