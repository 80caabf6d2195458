package io.emaki.story.web;

import io.emaki.story.Turn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list inside an object, so that something can be said beside it.
 *
 * @param next what to ask for to see what comes before the first entry; null when that is the beginning
 */
record Page<T>(List<T> data, @Nullable UUID next) {

    static Page<TurnView> turns(List<Turn> turns) {
        UUID before = turns.isEmpty() ? null : turns.getFirst().parentId().orElse(null);
        return new Page<>(turns.stream().map(TurnView::of).toList(), before);
    }
}
