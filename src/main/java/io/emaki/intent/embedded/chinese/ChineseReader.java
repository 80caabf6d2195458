package io.emaki.intent.embedded.chinese;

import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.lexicon.RuleBook;
import io.emaki.intent.embedded.lexicon.RuleReader;
import java.util.List;

/** Reads Chinese turns by listed words, the longest first, and rules over their classes. Safe for use by several threads. */
public final class ChineseReader {

    private final RuleBook book = RuleReader.read("chinese", false, (group, word) -> Complements.forms(word));
    private final Reality reality = Reality.read();
    private final List<Needs> rules = Needs.of(book);
    private final Subjects subjects = new Subjects(book.lexicon());

    /** What the turn changes; at most one change for each pair of axis and op. */
    public List<VisualChange> read(TurnText turn) {
        return new TurnReader(book, rules, reality, subjects, turn).read();
    }
}
