package io.emaki.intent.embedded.chinese;

import java.util.regex.Pattern;

/** Cuts short descriptions out of a turn. */
final class Phrases {

    private static final int LONGEST = 120;
    private static final int LONGEST_MODIFIER = 12;
    /** Characters that end a noun phrase on its left: verbs of wearing and moving, particles, pronouns, marks. */
    private static final String LIMITS =
            "了着过把将到进回上穿戴披换系套裹脱摘解扯取走来去出是你我他她它就又便才都被给和与在从对向见有抱拔起于成作为往带叫让身下" + "，。！？；、（）()“”「」【】*：:…—~～ \n";

    private static final Pattern MEASURE = Pattern.compile(
            "^(?:自己|我|你|他|她|它|咱)?们?的?(?:[一两三四五几半那这另]|同)?(?:[袭件条顶副只个双名位头群座间片身套匹枚辆艘支根串块对床层圈领架张把朵种幅番处所栋]|整套|整身)?(?:[的地])?");
    private static final Pattern EDGES =
            Pattern.compile("^[\\s\\p{Punct}、。，！？…—・「」【】（）“”：]+|[\\s\\p{Punct}、。，！？…—・「」【】（）“”：]+$");

    private Phrases() {}

    /** Widens a noun at {@code [start, end)} by its modifiers. */
    static String noun(String text, int start, int end, int from) {
        int left = start;
        while (left > from && start - left < LONGEST_MODIFIER && !limits(text, left)) {
            left--;
        }
        return MEASURE.matcher(text.substring(left, start)).replaceFirst("") + text.substring(start, end);
    }

    private static boolean limits(String text, int left) {
        return LIMITS.indexOf(text.charAt(left - 1)) >= 0;
    }

    static String bare(String phrase) {
        String bare = MEASURE.matcher(phrase).replaceFirst("");
        return bare.isEmpty() ? phrase : bare;
    }

    static String trim(String phrase) {
        String bare = EDGES.matcher(phrase).replaceAll("");
        return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST).strip();
    }
}
