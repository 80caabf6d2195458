package io.emaki.intent.embedded.japanese;

import java.util.Set;

/**
 * A word of a turn.
 *
 * @param base its dictionary form
 * @param form its inflection; empty for words that have none
 * @param start where it stands in the turn
 */
record Word(String surface, String base, String kind, String subkind, String detail, String form, int start) {

    int end() {
        return start + surface.length();
    }

    boolean isVerb() {
        return kind.equals("動詞") && !subkind.equals("接尾");
    }

    /** Nouns of place that the dictionary counts to the grammar. */
    private static final Set<String> PLACES = Set.of(
            "上", "中", "下", "前", "うえ", "なか", "まえ", "した", "後ろ", "うしろ", "内", "奥", "傍", "そば", "横", "隣", "向こう", "先", "点");

    /** A noun that stands for something, and not only for a time, a manner or a part of the grammar. */
    boolean isNoun() {
        return (kind.equals("名詞") && (!subkind.equals("非自立") || PLACES.contains(surface)) && !isMark())
                || kind.equals("接頭詞");
    }

    /** Drawn-out vowels and unknown signs are read as nouns. */
    boolean isMark() {
        return !kind.equals("記号")
                && surface.chars()
                        .noneMatch(letter ->
                                Character.isLetterOrDigit(letter) && letter != 'ー' && letter != 'っ' && letter != 'ッ');
    }

    boolean isParticle() {
        return kind.equals("助詞") && !subkind.equals("接続助詞") && !subkind.equals("終助詞");
    }

    boolean isComma() {
        return kind.equals("記号") || isMark();
    }

    /** Whether the word only says how the verb before it is meant. */
    boolean followsVerb() {
        return kind.equals("助動詞")
                || (kind.equals("動詞") && !subkind.equals("自立"))
                || (kind.equals("形容詞") && subkind.equals("非自立"))
                || subkind.equals("接続助詞")
                || (kind.equals("名詞") && detail.equals("助動詞語幹"));
    }
}
