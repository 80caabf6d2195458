package io.emaki.story.web;

import io.emaki.story.Turn;
import io.emaki.story.TurnChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record TurnView(
        UUID id,
        @Nullable UUID parentId,
        int number,
        int swipe,
        String speaker,
        String text,
        String detector,
        List<TurnChange> changes,
        Instant createdAt) {

    static TurnView of(Turn turn) {
        return new TurnView(
                turn.getId(),
                turn.parentId().orElse(null),
                turn.number(),
                turn.swipe(),
                turn.speaker().word(),
                turn.text(),
                turn.detector(),
                turn.changes(),
                turn.createdAt());
    }
}
