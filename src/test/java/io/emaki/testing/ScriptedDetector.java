package io.emaki.testing;

import io.emaki.intent.Axis;
import io.emaki.intent.Detection;
import io.emaki.intent.Op;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.VisualChangeDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a turn says in brackets, such as {@code [outfit add: a red scarf]}, or {@code [Mia outfit add: ...]} for one
 * persona only. Tests of what follows from a change need turns that change exactly what they say.
 */
public final class ScriptedDetector implements VisualChangeDetector {

    private static final Pattern CHANGE = Pattern.compile("\\[(?:(\\p{Lu}\\p{L}*) )?([a-z]+) ([a-z]+): ([^]]+)]");

    private final List<TurnText> asked = new CopyOnWriteArrayList<>();

    /** What it was asked so far. */
    public List<TurnText> asked() {
        return List.copyOf(asked);
    }

    void reset() {
        asked.clear();
    }

    @Override
    public Detection detect(TurnText turn) {
        asked.add(turn);
        List<VisualChange> changes = new ArrayList<>();
        Matcher match = CHANGE.matcher(turn.text());
        while (match.find()) {
            if (match.group(1) == null || match.group(1).equals(turn.persona().name())) {
                changes.add(new VisualChange(
                        Axis.valueOf(match.group(2).toUpperCase(Locale.ROOT)),
                        Op.valueOf(match.group(3).toUpperCase(Locale.ROOT)),
                        match.group(4),
                        match.group(),
                        0.9));
            }
        }
        return new Detection("scripted", changes);
    }
}
