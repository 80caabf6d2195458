package io.emaki.intent.embedded.japanese;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A noun phrase or a verb group, as it stands in a sentence.
 *
 * @param noun the phrase, or {@code null} for a verb
 * @param names dictionary forms of the verb
 * @param tail bases and forms of what follows the verb, each {@code " base/form "}
 * @param describes whether the verb stands before the noun that it describes
 */
record Chunk(@Nullable Noun noun, Set<String> names, String tail, boolean describes, int start, int end) {

    static Chunk of(Noun noun) {
        return new Chunk(noun, Set.of(), "", false, noun.start(), noun.end());
    }
}
