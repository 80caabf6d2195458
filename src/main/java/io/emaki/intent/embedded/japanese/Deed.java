package io.emaki.intent.embedded.japanese;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verb with its nouns.
 *
 * @param names dictionary forms that it goes by: 飛び乗る also as 乗る
 * @param tail what follows the verb and says how it is meant: て, ない, ようとする
 * @param after what follows the tail, up to the next mark
 * @param nouns the phrases before it, the nearest last
 * @param carried the subject and the object of the verbs before, for a verb that has none of its own
 * @param described the phrase that the verb describes, as in 帽子を被った男; {@code null} for a verb that ends a clause
 */
record Deed(
        Set<String> names,
        String tail,
        String after,
        List<Noun> nouns,
        List<Noun> carried,
        @Nullable Noun described,
        Who doer,
        int start,
        int end) {}
