package io.emaki.intent.embedded.japanese;

import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import java.util.List;

/** Reads Japanese turns by Kuromoji's words, as verbs with their nouns. Safe for use by several threads. */
public final class JapaneseReader {

    private final Words words = new Words();
    private final Lists lists = Lists.read();
    private final Frames frames = Frames.read(lists);
    private final Reality reality = Reality.read();

    /** What the turn changes; at most one change for each pair of axis and op. */
    public List<VisualChange> read(TurnText turn) {
        return new TurnReader(this, turn).read();
    }

    Words words() {
        return words;
    }

    Lists lists() {
        return lists;
    }

    Frames frames() {
        return frames;
    }

    Reality reality() {
        return reality;
    }
}
