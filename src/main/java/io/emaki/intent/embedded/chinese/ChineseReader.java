package io.emaki.intent.embedded.chinese;

import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.lexicon.RuleReader;
import java.util.List;

/** Reads Chinese turns by listed words, the longest first, and rules over their classes. Safe for use by several threads. */
public final class ChineseReader {

    private final Layer listed = new Layer(RuleReader.read("chinese", false, (group, word) -> Complements.forms(word)));
    /** Rules that spell out verbs, of which there are too many with too many complements to list; only things are words here. */
    private final Layer open = new Layer(RuleReader.read(
            "chinese", "open.txt", false, (group, word) -> Things.isThing(group) ? List.of(word) : List.of()));

    private final Reality reality = Reality.read();
    private final Subjects subjects = new Subjects(listed.lexicon());

    /** What the turn changes; at most one change for each pair of axis and op. */
    public List<VisualChange> read(TurnText turn) {
        return new TurnReader(listed, open, reality, subjects, turn).read();
    }
}
