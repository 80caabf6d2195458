package io.emaki.illustration;

import java.util.regex.Pattern;

/** The languages in which the picture model is told what to do. */
enum InstructionLanguage {
    EN,
    JA,
    ZH;

    private static final Pattern KANA = Pattern.compile("[\\u3041-\\u3096\\u30A1-\\u30FA]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Common characters whose Japanese form is neither the simplified nor the traditional Chinese one. */
    private static final Pattern JAPANESE_FORMS = Pattern.compile("[駅浜広図戦竜黒帰桜歩読売経済気沢桟渋辺塩巻掛拠剣薬楽円畑込峠働]");

    /**
     * The language of words by their script.
     *
     * @param context what else is said of the persona: Chinese characters alone are Japanese where it has kana
     */
    static InstructionLanguage of(String words, String context) {
        if (KANA.matcher(words).find()) {
            return JA;
        }
        if (!HAN.matcher(words).find()) {
            return EN;
        }
        boolean japanese = KANA.matcher(context).find()
                || JAPANESE_FORMS.matcher(words + context).find();
        return japanese ? JA : ZH;
    }
}
