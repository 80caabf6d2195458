package io.emaki.webhook;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What messages can tell of, and what an endpoint can ask for. */
public enum WebhookEvent {
    PERSONA_IMAGE_UPDATED("persona.image.updated"),
    PERSONA_APPEARANCE_CHANGED("persona.appearance.changed"),
    EDIT_FAILED("edit.failed"),
    EDIT_REFUSED("edit.refused"),
    STORY_CHAPTER_REFRESHED("story.chapter.refreshed"),
    /** Sent to one endpoint when its owner asks for it. */
    WEBHOOK_TEST("webhook.test"),
    /** Another endpoint of the workspace was disabled because it failed for too long or answered 410. */
    WEBHOOK_ENDPOINT_DISABLED("webhook.endpoint.disabled");

    private final String type;

    WebhookEvent(String type) {
        this.type = type;
    }

    /** As receivers see it: dot-separated, such as {@code persona.image.updated}. */
    public String type() {
        return type;
    }

    static boolean isKnown(String type) {
        return Arrays.stream(values()).anyMatch(event -> event.type.equals(type));
    }

    /** All types, separated by commas. */
    static String types() {
        return Arrays.stream(values()).map(WebhookEvent::type).collect(Collectors.joining(", "));
    }
}
