package io.emaki.story.web;

import io.emaki.story.Story;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record StoryView(
        UUID id,
        String title,
        List<UUID> personaIds,
        int turns,
        @Nullable UUID headTurnId,
        int chapter,
        Instant createdAt) {

    static StoryView of(Story story) {
        return new StoryView(
                story.id(),
                story.title(),
                story.cast(),
                story.turns(),
                story.headId().orElse(null),
                story.chapter(),
                story.createdAt());
    }
}
