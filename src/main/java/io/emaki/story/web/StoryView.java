package io.emaki.story.web;

import io.emaki.story.Story;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

record StoryView(UUID id, String title, List<UUID> personaIds, int turns, Instant createdAt) {

    static StoryView of(Story story) {
        return new StoryView(story.id(), story.title(), story.cast(), story.turns(), story.createdAt());
    }
}
