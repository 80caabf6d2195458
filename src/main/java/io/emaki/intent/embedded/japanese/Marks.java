package io.emaki.intent.embedded.japanese;

import java.util.regex.Pattern;

/** Signs around words. */
final class Marks {

    private static final int LONGEST = 120;
    private static final Pattern EDGES =
            Pattern.compile("^[\\s\\p{Punct}、。，！？…―—・「」『』【】（）“”：〜～]+|[\\s\\p{Punct}、。，！？…―—・「」『』【】（）“”：〜～]+$");

    private Marks() {}

    /** Brings signs that Japanese turns use for actions and headers into one form, letter by letter. */
    static String plain(String text) {
        return text.replace('＊', '*')
                .replace('《', '[')
                .replace('》', ']')
                .replace('〈', '[')
                .replace('〉', ']')
                .replace('　', ' ')
                .replace('〔', '[')
                .replace('〕', ']');
    }

    static String trim(String phrase) {
        return EDGES.matcher(phrase).replaceAll("");
    }

    static String shorten(String phrase) {
        return phrase.length() <= LONGEST
                ? phrase
                : phrase.substring(0, LONGEST).strip();
    }
}
