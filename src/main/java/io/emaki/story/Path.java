package io.emaki.story;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tree of a story's turns: swipes and branches are turns that follow the same one. */
@Component
class Path {

    private final TurnRepository turns;

    Path(TurnRepository turns) {
        this.turns = turns;
    }

    /** The turn that the story has reached; empty before the first one. */
    Optional<Turn> head(Story story) {
        return story.headId().flatMap(id -> turns.findByIdAndStoryId(id, story.id()));
    }

    /** The last turns up to one, oldest first. */
    List<Turn> upTo(@Nullable UUID turnId, int most) {
        if (turnId == null) {
            return List.of();
        }
        return turns
                .findByIdIn(turns.wayBack(turnId, most).stream()
                        .map(UUID::fromString)
                        .toList())
                .stream()
                .sorted(Comparator.comparingInt(Turn::number))
                .toList();
    }

    /** Whether the way from the beginning to {@code turnId} leads over {@code over}. */
    boolean leadsOver(UUID turnId, Turn over) {
        return turnId.equals(over.getId())
                || turns.wayBack(turnId, Integer.MAX_VALUE)
                        .contains(over.getId().toString());
    }

    int nextSwipe(Story story, @Nullable Turn parent) {
        return parent == null ? turns.nextFirstSwipe(story.id()) : turns.nextSwipe(story.id(), parent.getId());
    }

    /** Turns that follow one directly. */
    List<Turn> children(Turn turn) {
        return turns.findByParentIdOrderBySwipeAsc(turn.getId());
    }

    /** How a persona looks after a turn. */
    @Nullable
    UUID look(Story story, @Nullable Turn turn, UUID personaId) {
        return Optional.ofNullable(turn)
                .flatMap(at -> at.look(personaId))
                .or(() -> story.base(personaId))
                .orElse(null);
    }
}
