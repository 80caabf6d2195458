package io.emaki.detection;

import io.emaki.intent.TurnText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file of turns.
 *
 * @param lang of the text; empty where the line does not say
 * @param expected what the turn changes; null where the line has no labels
 * @param tags kinds of the turn
 * @param split part of the data that the turn belongs to; empty where the line does not say
 */
public record TurnLine(
        String id, String lang, TurnText turn, @Nullable List<Label> expected, List<String> tags, String split) {

    public TurnLine {
        expected = expected == null ? null : List.copyOf(expected);
        tags = List.copyOf(tags);
    }
}
