package io.emaki.intent.embedded.japanese;

import java.util.Map;

/** Plain words for kinds of pose, as stories name them in many ways: 腰を沈める is sitting. */
final class Postures {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("sit", "座る"),
            Map.entry("kneel", "膝をつく"),
            Map.entry("lie", "寝転ぶ"),
            Map.entry("crouch", "しゃがむ"),
            Map.entry("stand", "立つ"),
            Map.entry("lean", "もたれる"),
            Map.entry("fold", "腕を組む"),
            Map.entry("ride", "またがる"),
            Map.entry("float", "宙に浮く"),
            Map.entry("bow", "頭を下げる"),
            Map.entry("ready", "構える"),
            Map.entry("salute", "敬礼する"),
            Map.entry("hang", "ぶら下がる"),
            Map.entry("curl", "丸くなる"));

    private Postures() {}

    /** The plain word and a mark that sets it off, or nothing. */
    static String word(String posture) {
        String word = WORDS.get(posture);
        return word == null ? "" : word + "：";
    }
}
