package io.emaki.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a chat product does with the service, in the story's own terms. */
final class ChatProduct implements AutoCloseable {

    /** The answer to a turn. */
    record TurnAnswer(String turnId, String detector, List<DemoReport.ChangeReport> changes, List<String> jobs) {}

    /** News of a picture, from a webhook. */
    record PictureNews(String personaId, String jobId, String picture) {}

    private final ApiClient api;

    ChatProduct(URI service, String token) {
        this.api = new ApiClient(service, token);
    }

    /** Subscribes and returns the signing secret. */
    String subscribe(URI receiver) throws InterruptedException {
        return text(
                api.post(
                        "/api/v1/webhook-endpoints",
                        Map.of("url", receiver.toString(), "events", List.of("persona.image.updated"))),
                "secret");
    }

    /** Creates the persona and returns its id. */
    String createPersona(DemoScript.Cast cast) throws InterruptedException {
        DemoScript.Looks looks = cast.appearance();
        return text(
                api.post(
                        "/api/v1/personas",
                        Map.of(
                                "name", cast.name(),
                                "description", cast.description(),
                                "appearance",
                                        Map.of(
                                                "outfit", looks.outfit(),
                                                "scene", looks.scene(),
                                                "pose", looks.pose(),
                                                "companions", looks.companions()))),
                "id");
    }

    String createStory(String title, String personaId) throws InterruptedException {
        return text(api.post("/api/v1/stories", Map.of("title", title, "persona_ids", List.of(personaId))), "id");
    }

    /** Draws a portrait from words and makes it the persona's first picture. */
    void portray(String personaId, DemoScript.Cast cast) throws InterruptedException {
        DemoScript.Looks looks = cast.appearance();
        String prompt = "%s She wears %s. Scene: %s. Pose: %s."
                .formatted(cast.description(), looks.outfit(), looks.scene(), looks.pose());
        JsonNode answer = api.post(
                "/api/v1/images/generations", Map.of("prompt", prompt, "seed", 7, "response_format", "b64_json"));
        byte[] png = Base64.getDecoder().decode(text(answer.path("data").path(0), "b64_json"));
        api.putPng("/api/v1/personas/" + personaId + "/picture", png);
    }

    TurnAnswer say(String storyId, DemoScript.Turn turn) throws InterruptedException {
        JsonNode answer = api.post(
                "/api/v1/stories/" + storyId + "/turns", Map.of("speaker", turn.speaker(), "text", turn.text()));
        List<DemoReport.ChangeReport> changes = new ArrayList<>();
        for (JsonNode change : answer.path("changes")) {
            changes.add(new DemoReport.ChangeReport(
                    text(change, "axis"),
                    text(change, "op"),
                    text(change, "description"),
                    text(change, "evidence"),
                    change.path("confidence").asDouble()));
        }
        List<String> jobs = new ArrayList<>();
        for (JsonNode job : answer.path("jobs")) {
            jobs.add(text(job, "id"));
        }
        return new TurnAnswer(text(answer, "turn_id"), text(answer, "detector"), changes, jobs);
    }

    String jobState(String jobId) throws InterruptedException {
        return text(api.get("/api/v1/jobs/" + jobId), "state");
    }

    /** SHA-256 of the persona's current picture, empty while it has none. */
    Optional<String> currentPicture(String personaId) throws InterruptedException {
        JsonNode sha = api.get("/api/v1/personas/" + personaId).path("picture").path("sha256");
        return sha.isString() ? Optional.of(sha.asString()) : Optional.empty();
    }

    byte[] picture(String sha256) throws InterruptedException {
        return api.bytes("/media/" + sha256 + ".png");
    }

    /** Reads a {@code persona.image.updated} message; empty for every other type. */
    Optional<PictureNews> read(WebhookReceiver.Delivery delivery) {
        JsonNode message = api.parse(delivery.body());
        if (!"persona.image.updated".equals(text(message, "type"))) {
            return Optional.empty();
        }
        JsonNode data = message.path("data");
        return Optional.of(
                new PictureNews(text(data, "persona_id"), text(data, "job_id"), text(data.path("picture"), "sha256")));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new DemoException("the service's answer has no text named " + field + ": " + node);
        }
        return value.asString();
    }

    @Override
    public void close() {
        api.close();
    }
}
