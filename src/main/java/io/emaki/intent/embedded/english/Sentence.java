package io.emaki.intent.embedded.english;

import io.emaki.intent.embedded.text.Passage;
import java.util.List;

/** A sentence of a turn as tokens. */
record Sentence(List<Token> tokens, Passage passage, Vocabulary vocabulary) {

    int size() {
        return tokens.size();
    }

    int kind(int at) {
        return tokens.get(at).kind();
    }

    String word(int at) {
        return tokens.get(at).word();
    }

    boolean is(int at, String group) {
        return at >= 0 && at < tokens.size() && vocabulary.is(tokens.get(at).kind(), group);
    }

    boolean isAny(int at, String... groups) {
        for (String group : groups) {
            if (is(at, group)) {
                return true;
            }
        }
        return false;
    }
}
