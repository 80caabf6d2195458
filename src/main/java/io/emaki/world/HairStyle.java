package io.emaki.world;

/** Hair style; in the English phrases {@code {c}} stands for the colour. */
public enum HairStyle {
    LONG(Words.of("long {c} hair|long straight {c} hair", "{c}ロングヘア|{c}長い髪", "{c}长发|{c}长直发")),
    SHORT(Words.of("short {c} hair|short-cropped {c} hair", "{c}ショートヘア|{c}短い髪", "{c}短发")),
    BOB(Words.of("a {c} bob|{c} hair in a bob", "{c}ボブヘア|{c}ボブ", "{c}波波头")),
    PONYTAIL(Words.of("a {c} ponytail|{c} hair in a ponytail", "{c}ポニーテール", "{c}马尾|{c}马尾辫")),
    TWIN_TAILS(Words.of("{c} twin tails|{c} hair in twin tails", "{c}ツインテール", "{c}双马尾")),
    BRAID(Words.of("a {c} braid|{c} hair in a braid|braided {c} hair", "{c}三つ編み", "{c}麻花辫|{c}辫子")),
    BUN(Words.of("a {c} bun|{c} hair in a bun", "{c}お団子ヘア|{c}お団子", "{c}丸子头")),
    CURLY(Words.of("curly {c} hair|{c} curls", "{c}巻き毛|{c}カーリーヘア", "{c}卷发"));

    private final Words words;

    HairStyle(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
