package io.emaki.intent.embedded.japanese;

import java.util.Map;

/** Plain words for kinds of pose, as stories name them in many ways: 腰を沈める is 座っている. */
final class Postures {

    private static final Map<String, String> WORDS = Map.of(
            "sit", "座っている",
            "kneel", "膝をついている",
            "lie", "横になっている",
            "crouch", "しゃがんでいる",
            "stand", "立っている",
            "ride", "またがっている",
            "float", "宙に浮いている",
            "hang", "ぶら下がっている",
            "curl", "丸くなっている");
    /** Words of the turn that a picture can show better than the plain one. */
    private static final Map<String, String> FINER = Map.ofEntries(
            Map.entry("座り込", "座り込んでいる"),
            Map.entry("正座", "正座している"),
            Map.entry("胡坐", "あぐらをかいている"),
            Map.entry("胡座", "あぐらをかいている"),
            Map.entry("あぐら", "あぐらをかいている"),
            Map.entry("膝を抱え", "膝を抱えて座っている"),
            Map.entry("片膝", "片膝をついている"),
            Map.entry("跪", "跪いている"),
            Map.entry("ひざまず", "ひざまずいている"),
            Map.entry("仰向け", "仰向けになっている"),
            Map.entry("うつ伏せ", "うつ伏せになっている"),
            Map.entry("大の字", "大の字になっている"),
            Map.entry("うずくま", "うずくまっている"),
            Map.entry("仁王立ち", "仁王立ちしている"));

    private static final Map<String, String> GESTURES = Map.of(
            "lean", "もたれている",
            "fold", "腕を組んでいる",
            "bow", "頭を下げている",
            "ready", "構えている",
            "salute", "敬礼している");

    private Postures() {}

    /**
     * A pose as it lasts.
     *
     * @param where what it is held on or in, with its particle, or nothing
     * @param told the words of the turn, which say more of a gesture than its kind
     */
    static String worded(String posture, String where, String told) {
        String word = WORDS.get(posture);
        if (word != null) {
            return where
                    + FINER.entrySet().stream()
                            .filter(finer -> told.contains(finer.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(word);
        }
        String gesture = GESTURES.get(posture);
        return gesture == null ? told : told + "、" + gesture;
    }
}
