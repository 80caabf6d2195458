package io.emaki.intent.embedded;

import io.emaki.intent.Detection;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChangeDetector;
import io.emaki.intent.embedded.chinese.ChineseGrammar;
import io.emaki.intent.embedded.english.EnglishGrammar;
import io.emaki.intent.embedded.japanese.JapaneseGrammar;
import io.emaki.intent.embedded.lexicon.Grammar;

/** Reads English, Japanese and Chinese turns in this process, without any network. Loading it takes about a second. */
public final class EmbeddedDetector implements VisualChangeDetector {

    public static final String NAME = "embedded";

    private final Grammar english = new EnglishGrammar();
    private final Grammar japanese = new JapaneseGrammar();
    private final Grammar chinese = new ChineseGrammar();

    @Override
    public Detection detect(TurnText turn) {
        Grammar grammar = switch (Language.of(turn)) {
            case ENGLISH -> english;
            case JAPANESE -> japanese;
            case CHINESE -> chinese;
        };
        return new Detection(NAME, new ClauseReader(grammar, turn).read());
    }
}
