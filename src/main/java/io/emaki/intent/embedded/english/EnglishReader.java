package io.emaki.intent.embedded.english;

import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.text.Passage;
import io.emaki.intent.embedded.text.Passage.Kind;
import io.emaki.intent.embedded.text.Passages;
import io.emaki.intent.embedded.text.Sentences;
import java.util.ArrayList;
import java.util.List;

/** Reads English turns: words by class, clauses with their subjects, rules over both. Safe for use by several threads. */
public final class EnglishReader {

    private final RuleBook book = RuleBook.read();

    /** The changes that a turn makes to its persona's looks. */
    public List<VisualChange> read(TurnText turn) {
        Tokens tokens = new Tokens(book.vocabulary(), turn.text(), turn.persona());
        List<Sentence> sentences = new ArrayList<>();
        for (Passage passage : Passages.of(turn.speaker(), turn.text())) {
            if (passage.kind() != Kind.OUTSIDE) {
                Sentences.of(turn.text(), passage).forEach(sentence -> sentences.add(tokens.of(sentence)));
            }
        }
        return new TurnReader(book, turn, sentences).read();
    }
}
