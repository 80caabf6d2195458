package io.emaki.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import io.emaki.testing.ServiceContract;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A service with one registered endpoint and a real receiver behind it. */
abstract class ReceiverContract extends ServiceContract {

    private static final WireMockServer RECEIVER =
            new WireMockServer(wireMockConfig().dynamicPort());

    static final String ENDPOINTS = "/api/v1/webhook-endpoints";
    static final String DELIVERIES = "/api/v1/webhook-deliveries/";

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private TransactionTemplate transactions;

    /** Of each test its own: what another test left to be repeated does not count. */
    String path;

    String endpoint;
    String secret;

    @BeforeAll
    static void openReceiver() {
        RECEIVER.start();
    }

    @AfterAll
    static void closeReceiver() {
        RECEIVER.stop();
    }

    @BeforeEach
    void register() {
        RECEIVER.resetAll();
        answer(noContent());
        path = freshPath();
        JsonNode made = register(path, List.of());
        endpoint = made.path("id").asString();
        secret = made.path("secret").asString();
    }

    private record EndpointBody(String url, String description, List<String> events) {}

    JsonNode register(String path, List<String> events) {
        return ok(post(ENDPOINTS, json.writeValueAsString(new EndpointBody(url(path), "of a test", events))));
    }

    static String freshPath() {
        return "/hook/" + UUID.randomUUID();
    }

    static String url(String path) {
        return RECEIVER.baseUrl() + path;
    }

    static WireMockServer receiver() {
        return RECEIVER;
    }

    void publish(String id) {
        publish(id, "persona.image.updated");
    }

    void publish(String id, String type) {
        transactions.executeWithoutResult(status -> webhooks.publish(workspace(), id, type, Map.of("text", "red")));
        schedulers.runWebhooks();
    }

    static String freshId() {
        return "msg_" + UUID.randomUUID();
    }

    static void answer(ResponseDefinitionBuilder answer) {
        RECEIVER.resetMappings();
        RECEIVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    /** Only at this path; elsewhere it stays as it was. */
    static void answer(String path, ResponseDefinitionBuilder answer) {
        RECEIVER.stubFor(any(urlEqualTo(path)).willReturn(answer));
    }

    /** Oldest first. */
    List<LoggedRequest> received() {
        return received(path);
    }

    static List<LoggedRequest> received(String path) {
        return RECEIVER.findAll(postRequestedFor(urlEqualTo(path)));
    }

    JsonNode message(LoggedRequest request) {
        return json.readTree(request.getBodyAsString());
    }

    static List<String> signatures(LoggedRequest request) {
        return List.of(request.getHeader("webhook-signature").split(" "));
    }

    /** What the reference library signs; its verification would also compare the test's time with the real one. */
    static String signature(String secret, LoggedRequest request) {
        try {
            return new Webhook(secret)
                    .sign(
                            request.getHeader("webhook-id"),
                            Long.parseLong(request.getHeader("webhook-timestamp")),
                            request.getBodyAsString());
        } catch (Exception unsigned) {
            throw new AssertionError(unsigned);
        }
    }

    JsonNode endpoint() {
        return ok(get(ENDPOINTS + "/" + endpoint));
    }

    JsonNode change(String body) {
        return ok(patch(ENDPOINTS + "/" + endpoint, body));
    }

    /** The latest delivery. */
    JsonNode log() {
        return logPage("").path("data").path(0);
    }

    JsonNode logPage(String query) {
        return ok(get(ENDPOINTS + "/" + endpoint + "/deliveries" + query));
    }
}
