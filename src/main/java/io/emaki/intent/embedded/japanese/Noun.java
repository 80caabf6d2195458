package io.emaki.intent.embedded.japanese;

import org.jspecify.annotations.Nullable;

/**
 * A noun phrase.
 *
 * @param head its last compound, such as 首輪当て in 鉄の首輪当て
 * @param last the last word of the head
 * @param whose what stands before the last の, or nothing
 * @param particle を, に and so on; {@code =} before a copula; empty where none follows
 * @param start where it stands in the turn, with what describes it
 * @param end where its head ends
 * @param pause whether a comma follows
 */
record Noun(String head, String last, String whose, String particle, int start, int end, boolean pause) {

    /** 駅前 of 駅前の広場, or nothing; it stands where the whole does. */
    @Nullable
    Noun owner() {
        if (whose.isEmpty()) {
            return null;
        }
        String name = whose.substring(whose.lastIndexOf('の', whose.length() - 2) + 1, whose.length() - 1);
        return new Noun(name, name, "", "の", start, end, false);
    }
}
