package io.emaki.intent.embedded.chinese;

import java.util.List;
import java.util.regex.Pattern;

/** Kinds of time, weather and light; a scene that has one already does not change when it is told again. */
final class Scenery {

    private static final List<Pattern> KINDS = List.of(
            Pattern.compile("夜|月[色光亮]|星[光星空]|三更|天黑"),
            Pattern.compile("雨"),
            Pattern.compile("雪"),
            Pattern.compile("雾"),
            Pattern.compile("黄昏|夕阳|暮|傍晚|日落|晚霞|落日"),
            Pattern.compile("晨|黎明|破晓|拂晓|清早|曙光|鱼肚白"),
            Pattern.compile("正午|中午|午后|下午|晌午"),
            Pattern.compile("沙"),
            Pattern.compile("春"),
            Pattern.compile("秋"));
    private static final Pattern ENDS = Pattern.compile("停|散|歇|过去|尽|灭|住了|放晴|越来越|忽然|突然|骤");

    private Scenery() {}

    /** Whether all that a sentence says of time and weather is so already. */
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
