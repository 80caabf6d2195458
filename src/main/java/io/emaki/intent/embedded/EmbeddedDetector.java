package io.emaki.intent.embedded;

import io.emaki.intent.Detection;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.VisualChangeDetector;
import io.emaki.intent.embedded.chinese.ChineseReader;
import io.emaki.intent.embedded.english.EnglishReader;
import io.emaki.intent.embedded.japanese.JapaneseReader;
import java.util.List;

/** Reads English, Japanese and Chinese turns in this process, without any network. Loading it takes about a second. */
public final class EmbeddedDetector implements VisualChangeDetector {

    public static final String NAME = "embedded";

    private final EnglishReader english = new EnglishReader();
    private final JapaneseReader japanese = new JapaneseReader();
    private final ChineseReader chinese = new ChineseReader();

    @Override
    public Detection detect(TurnText turn) {
        List<VisualChange> changes = switch (Language.of(turn)) {
            case ENGLISH -> english.read(turn);
            case JAPANESE -> japanese.read(turn);
            case CHINESE -> chinese.read(turn);
        };
        return new Detection(NAME, changes);
    }
}
