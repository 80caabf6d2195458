package io.emaki.intent.embedded.japanese;

import java.util.List;
import java.util.regex.Pattern;

/** Kinds of time, weather and light; a scene that has one already does not change when it is told again. */
final class Scenery {

    private static final List<Pattern> KINDS = List.of(
            Pattern.compile("夜(?!明け)|月[光明]|星空|真夜中|深夜|宵"),
            Pattern.compile("雨"),
            Pattern.compile("雪(?!洞)"),
            Pattern.compile("霧|靄"),
            Pattern.compile("夕|黄昏|日没|暮れ"),
            Pattern.compile("朝|夜明け|暁|明け方|未明"),
            Pattern.compile("昼|正午|午後"),
            Pattern.compile("嵐|吹雪"));
    private static final Pattern ENDS = Pattern.compile("止|やん|上が|晴|消|明け|更け|激し|強ま");

    private Scenery() {}

    /** Whether all that a clause says of time and weather is so already. */
    static boolean repeats(String scene, String told) {
        boolean any = false;
        for (Pattern kind : KINDS) {
            if (kind.matcher(told).find()) {
                if (!kind.matcher(scene).find()) {
                    return false;
                }
                any = true;
            }
        }
        return any && !ENDS.matcher(told).find();
    }
}
