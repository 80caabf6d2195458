package io.emaki.intent.embedded.text;

import io.emaki.intent.embedded.text.Passage.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells apart what a turn narrates, says, announces, and means for nobody in the story. */
public final class Passages {

    private static final Pattern ACTION = Pattern.compile("\\*+[^*]+\\*+|（[^（）]+）|(?<![\\w(])\\([^()]+\\)");
    private static final Pattern QUOTE = Pattern.compile("\"[^\"]+\"|“[^”]+”|「[^」]+」|『[^』]+』");
    private static final Pattern SPOKEN_END = Pattern.compile("[.!?,…。！？，、—～~♪\\-][\"”」』]$");
    private static final Pattern HEADER =
            Pattern.compile("(?m)【[^】]+】|\\[[^\\]]+]|^#+ .+$|^[—–-]{2,}[^—–\\-\\n]+[—–-]{2,}");
    private static final Pattern OUTSIDE = Pattern.compile(
            "(?i)\\(\\(.*?(\\)\\)|$)|（（.*?(））|$)|[\\[(（【]\\s*(ooc|pl|out of character|场外|場外|中の人)\\b?.*?[\\])）】]|//\\s?.*$"
                    + "|(?<![\\p{L}])(ooc|pl|场外|場外)\\s*[:：].*");
    /** A turn that talks to software instead of the story is left alone as a whole. */
    private static final Pattern INJECTION = Pattern.compile(
            "(?i)(ignore|disregard|forget) (all |any |the |your )*(previous|prior|above|earlier)|system prompt|<\\|?/?(system|im_start|tool)"
                    + "|\\{\\s*[\"'](axis|op|changes|tool|function|role|name|action|outfit|scene|pose)[\"']|\"axis\"|tool_call|function_call"
                    + "|(これまで|以前|上記)の(指示|命令)を(無視|忘)|システムプロンプト|忽略(之前|以上|上面|先前|前面)|无视(之前|以上|上面)|系统提示词|As an AI");

    private Passages() {}

    public static List<Passage> of(String speaker, String text) {
        if (INJECTION.matcher(text).find()) {
            return List.of(new Passage(Kind.OUTSIDE, 0, text.length()));
        }
        Kind[] kinds = new Kind[text.length()];
        boolean marked = !speaker.equals("narrator") && ACTION.matcher(text).find();
        boolean told = speaker.equals("narrator") || (!marked && tellsAroundQuotes(text));
        Arrays.fill(kinds, told ? Kind.NARRATION : Kind.SPEECH);
        if (marked) {
            paint(kinds, ACTION.matcher(text), Kind.NARRATION);
        }
        Matcher quotes = QUOTE.matcher(text);
        while (quotes.find()) {
            if (SPOKEN_END.matcher(quotes.group()).find() || kinds[quotes.start()] == Kind.SPEECH) {
                Arrays.fill(kinds, quotes.start(), quotes.end(), marked || told ? Kind.SPEECH : kinds[quotes.start()]);
            }
        }
        paint(kinds, HEADER.matcher(text), Kind.HEADER);
        paint(kinds, OUTSIDE.matcher(text), Kind.OUTSIDE);
        return runs(kinds);
    }

    private static boolean tellsAroundQuotes(String text) {
        Matcher quotes = QUOTE.matcher(text);
        int quoted = 0;
        while (quotes.find()) {
            if (SPOKEN_END.matcher(quotes.group()).find()) {
                quoted += quotes.group().length();
            }
        }
        return quoted > 0 && text.length() - quoted > 8;
    }

    private static void paint(Kind[] kinds, Matcher matches, Kind kind) {
        while (matches.find()) {
            Arrays.fill(kinds, matches.start(), matches.end(), kind);
        }
    }

    private static List<Passage> runs(Kind[] kinds) {
        List<Passage> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= kinds.length; i++) {
            if (i == kinds.length || kinds[i] != kinds[start]) {
                runs.add(new Passage(kinds[start], start, i));
                start = i;
            }
        }
        return runs;
    }
}
