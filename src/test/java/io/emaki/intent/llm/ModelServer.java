package io.emaki.intent.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.emaki.intent.Axis;
import io.emaki.intent.Detection;
import io.emaki.intent.Op;
import io.emaki.intent.PersonaView;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks as a chat model, and a detector that asks it on time that the test holds in its hands. */
final class ModelServer {

    static final String PATH = "/v1/chat/completions";
    static final String TEXT = "She ties a red scarf around her neck and steps onto the pier.";
    static final VisualChange FALLBACK = new VisualChange(Axis.POSE, Op.SET, "sitting", "She ties", 0.5);

    final WireMockExtension http = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final HeldTime time = new HeldTime();

    LlmDetector detector(int retries) {
        return detector(retries, Duration.ofSeconds(5), Duration.ofSeconds(60));
    }

    LlmDetector detector(int retries, Duration timeout, Duration deadline) {
        LlmSettings settings = new LlmSettings(
                http.baseUrl() + "/v1", "secret", "reader", timeout, retries, deadline, Duration.ofSeconds(30));
        return new LlmDetector(
                settings,
                Path.of("prompts"),
                turn -> new Detection("embedded", List.of(FALLBACK)),
                time.timing(),
                meters);
    }

    static TurnText turn(String text) {
        return new TurnText(
                "narrator",
                text,
                List.of("user: Shall we?"),
                new PersonaView("Mara Venn", "grey coat", "a harbour office", "standing", List.of("old dog")));
    }

    void serve(ResponseDefinitionBuilder response) {
        http.stubFor(post(PATH).willReturn(response));
    }

    /** One response for each call; the last stays. */
    void serveInTurn(ResponseDefinitionBuilder... responses) {
        for (int i = 0; i < responses.length; i++) {
            http.stubFor(post(PATH)
                    .inScenario("calls")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "call " + i)
                    .willReturn(responses[i])
                    .willSetStateTo("call " + Math.min(i + 1, responses.length - 1)));
        }
    }

    int calls() {
        return http.findAll(postRequestedFor(urlEqualTo(PATH))).size();
    }

    /** What was sent last in that role. */
    String sent(String role) {
        JsonNode body = JsonMapper.shared()
                .readTree(http.findAll(postRequestedFor(urlEqualTo(PATH)))
                        .getLast()
                        .getBodyAsString());
        return body.path("messages")
                .valueStream()
                .filter(message -> message.path("role").asString().equals(role))
                .map(message -> message.path("content").asString())
                .findFirst()
                .orElseThrow();
    }

    double count(String meter, String... tags) {
        return meters.find(meter).tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    static ResponseDefinitionBuilder answer(String content) {
        return answer(Map.of("role", "assistant", "content", content), "stop");
    }

    static ResponseDefinitionBuilder answer(Map<String, Object> message, String finish) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", "1");
        body.put("model", "reader");
        body.put("choices", List.of(Map.of("index", 0, "message", message, "finish_reason", finish)));
        body.put("usage", Map.of("prompt_tokens", 700, "completion_tokens", 40, "total_tokens", 740));
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(JsonMapper.shared().writeValueAsString(body));
    }
}
