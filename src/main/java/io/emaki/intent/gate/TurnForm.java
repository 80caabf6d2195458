package io.emaki.intent.gate;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How a turn is written, apart from what it says.
 *
 * @param story what is left of the text without what is meant for nobody in the story
 * @param narration what stands between marks of narration
 * @param announced whether there is a header, such as a scene's or a game system's
 * @param told whether the text tells a story around quoted speech
 * @param forSoftware whether the text looks like an order to software
 */
record TurnForm(String story, List<String> narration, boolean announced, boolean told, boolean forSoftware) {

    private static final Pattern MARKED = Pattern.compile(String.join(
            "|",
            "[*＊]+([^*＊]+)[*＊]+",
            "（([^（）]+)）",
            "(?<![\\w(])\\(([^()]{2,})\\)",
            "\\[([^\\[\\]]{3,})]",
            "【([^【】]+)】",
            "~([^~\\n]{3,})~",
            "<([^<>/={}\"]{8,})>",
            "(?<!\\w)_([^_\\n]{3,})_(?!\\w)",
            "(?<!\\S)--?(\\w[^\\n-]+)--?(?!\\S)"));
    /**
     * Stars also stress words of speech: at most three, the first no verb of a third person, in the middle of a sentence, at its
     * end, or a small word at its beginning.
     */
    private static final Pattern EMPHASIS = Pattern.compile("(?i)(?:"
            + "(?<=[\\p{L}\\p{N},;'’] )\\*(?=(?!\\w*(?<!thi|alway|ye|wa|i|hi)s\\b)[a-z'’]+(?: [a-z'’]+){0,2}\\*(?: [a-z]|[.,;:?!]))"
            + "|(?<!\\w)\\*(?=(?:if|not|that|this|you|i|my|your|he|she|we|they|it|never|always|what|why|who|how|no|yes|so|very|real|really|all"
            + "|any|every|now|must|will|can|do|did|am|is|was)\\* [a-z]))"
            + "([^*\\n]+)\\*");

    private static final Pattern HEADER =
            Pattern.compile("(?m)^\\s*([\\[【《〔◆■]|#+ |[—–-]{2,}[^—–\\-\\n]+[—–-]{2,}|>>)");
    /** Japanese speech quotes words that it talks about; what it adds then tells no story. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|“[^”]*”|(「[^」]*」|『[^』]*』)(?!って|とか|みたい)");

    private static final Pattern OUTSIDE = Pattern.compile(
            "(?is)\\(\\(.*?(\\)\\)|$)|（（.*?(））|$)|[\\[(（【]\\s*(ooc|pl|out of character|场外|場外|中の人|题外话)(?![a-z]).*?([])）】]|$)"
                    + "|(?<!:)/{2,}\\s*.*?(/{2,}|$)|(?<![a-z])(ooc|pl|场外|場外)\\s*[:：].*|[＞>]\\s*中の人.*");
    private static final Pattern FOR_SOFTWARE = Pattern.compile(
            "(?is)\\b(ignore|disregard|forget|override)\\b.{0,30}\\b(instructions?|previous|prior|above|earlier|roleplay|rules)"
                    + "|system (prompt|override|message)|developer mode|new instructions|</?\\|?(system|im_start|tool)"
                    + "|tool_?call|function_call|[{,]\\s*[\"'](axis|op|changes|tool|function|role|name|action|outfit|scene|pose|companions?)[\"']"
                    + "|```|開発者(モード|権限)|管理者(命令|権限)|(これまで|以前|上記|前)の(すべての)?(指示|命令|設定|プロンプト)を?(すべて|全て)?(無視|忘|破棄)"
                    + "|システムプロンプト|画像生成器|(忽略|无视|忘记|忘掉)(之前|以上|上面|先前|前面|此前|所有|一切)|系统(提示|指令|命令|消息)"
                    + "|开发者模式|管理员(模式|权限|指令)|as an ai");
    /** Less than that beside a quotation is a "he says", not a story. */
    private static final int LEAST_TOLD = 7;

    private static final int FIRST_CJK = 0x3000;
    /** A Chinese or Japanese letter says as much as several others. */
    private static final int WORTH_OF_IDEOGRAPHS = 2;

    TurnForm {
        narration = List.copyOf(narration);
    }

    static TurnForm of(String text) {
        String story = OUTSIDE.matcher(text).replaceAll(" ");
        List<String> narration = MARKED.matcher(EMPHASIS.matcher(story).replaceAll("$1"))
                .results()
                .map(TurnForm::content)
                .toList();
        String unquoted = QUOTED.matcher(story).replaceAll("");
        long letters = unquoted.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToLong(letter -> letter < FIRST_CJK ? 1 : WORTH_OF_IDEOGRAPHS)
                .sum();
        return new TurnForm(
                story,
                narration,
                HEADER.matcher(story).find(),
                unquoted.length() < story.length() && letters >= LEAST_TOLD,
                FOR_SOFTWARE.matcher(text).find());
    }

    private static String content(MatchResult found) {
        for (int i = 1; i <= found.groupCount(); i++) {
            if (found.group(i) != null) {
                return found.group(i);
            }
        }
        return found.group();
    }

    boolean isEmpty() {
        return story.codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
