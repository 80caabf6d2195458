package io.emaki.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.access.IssuedToken;
import io.emaki.access.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running service and a client with a workspace of its own for each test. Extended once for each database. */
@SpringBootTest(
        properties = {
            "emaki.webhook.allow-private-targets=true",
            "emaki.lora.configs-dir=src/test/resources/lora-configs",
            "emaki.illustration.settle=0s",
            "emaki.check.kind=none"
        })
@AutoConfigureMockMvc
@Import(TestBeans.class)
public abstract class ServiceContract {

    @Autowired
    protected MockMvcTester http;

    @Autowired
    protected JsonMapper json;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected ManualSchedulers schedulers;

    @Autowired
    protected InstantEditor editor;

    @Autowired
    protected ScriptedDetector detector;

    @Autowired
    private Tokens tokens;

    private IssuedToken token;

    @BeforeEach
    void begin() {
        token = tokens.create("test", "w" + UUID.randomUUID().toString().replace("-", ""));
        // What another test left due is none of this one's business.
        schedulers.runEdits();
        schedulers.runWebhooks();
        editor.reset();
        detector.reset();
    }

    protected UUID workspace() {
        return token.workspaceId();
    }

    /** A client of another workspace from here on. */
    protected void changeWorkspace() {
        begin();
    }

    protected MvcTestResult get(String path) {
        return exchange(HttpMethod.GET, path, null);
    }

    protected MvcTestResult delete(String path) {
        return exchange(HttpMethod.DELETE, path, null);
    }

    protected MvcTestResult put(String path, String body) {
        return exchange(HttpMethod.PUT, path, body);
    }

    /** Sent on the condition that the state is still the one that the tag names. */
    protected MvcTestResult patch(String path, String body, String tag) {
        return http.patch()
                .uri(path)
                .header("Authorization", "Bearer " + token.secret())
                .header("If-Match", tag)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    /** Events since one that was seen. */
    protected MvcTestResult getSince(String path, int event) {
        return http.get()
                .uri(path)
                .header("Authorization", "Bearer " + token.secret())
                .header("Last-Event-ID", String.valueOf(event))
                .exchange();
    }

    protected String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    protected MvcTestResult patch(String path, String body) {
        return exchange(HttpMethod.PATCH, path, body);
    }

    /** Without a body when that is null. */
    protected MvcTestResult post(String path, String body) {
        return exchange(HttpMethod.POST, path, body);
    }

    private MvcTestResult exchange(HttpMethod method, String path, String body) {
        MockMvcTester.MockMvcRequestBuilder request =
                http.method(method).uri(path).header("Authorization", "Bearer " + token.secret());
        return (body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(body))
                .exchange();
    }

    protected MvcTestResult putPicture(String personaId, byte[] bytes) {
        return http.put()
                .uri("/api/v1/personas/" + personaId + "/picture")
                .header("Authorization", "Bearer " + token.secret())
                .contentType(MediaType.IMAGE_PNG)
                .content(bytes)
                .exchange();
    }

    /** The body of a successful answer. */
    protected JsonNode ok(MvcTestResult answer) {
        assertThat(answer).hasStatus2xxSuccessful();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    /** The only field that a refusal names, with its message. */
    protected String refusal(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode errors =
                json.readTree(answer.getResponse().getContentAsByteArray()).path("errors");
        assertThat(errors).hasSize(1);
        return errors.path(0).path("field").asString() + " "
                + errors.path(0).path("message").asString();
    }

    protected String createPersona(String name) {
        return ok(post("/api/v1/personas", """
                        {"name": "%s", "description": "An adult ranger with green eyes.",
                         "appearance": {"outfit": "a green hoodie, blue jeans", "scene": "a forest", "pose": "standing"}}
                        """.formatted(name))).path("id").asString();
    }

    /** A persona with an uploaded picture of its present appearance. */
    protected String createPicturedPersona(String name) {
        String id = createPersona(name);
        ok(putPicture(id, TestPictures.png(96, 64, name.hashCode())));
        return id;
    }

    protected JsonNode persona(String id) {
        return ok(get("/api/v1/personas/" + id));
    }

    protected String pictureOf(String personaId) {
        return persona(personaId).path("picture").path("sha256").asString();
    }

    protected String createStory(String... personaIds) {
        return ok(post("/api/v1/stories", json.writeValueAsString(new StoryBody("A test story", personaIds))))
                .path("id")
                .asString();
    }

    private record StoryBody(String title, String[] personaIds) {}

    protected JsonNode say(String storyId, String text) {
        return ok(
                post("/api/v1/stories/" + storyId + "/turns", json.writeValueAsString(new TurnBody("narrator", text))));
    }

    private record TurnBody(String speaker, String text) {}

    protected JsonNode job(String id) {
        return ok(get("/api/v1/jobs/" + id));
    }
}
