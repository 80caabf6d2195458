package io.emaki.intent.embedded.lexicon;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that a rule spells out. Where the lexicon lists such a word too, tagged text only holds its character. */
final class RuleLiterals {

    /** Classes, escapes, sets, or a literal without the last letter that a quantifier would apply to. */
    private static final Pattern PART = Pattern.compile(
            "[@$]\\{[^}]*}|[@$]\\w+|\\\\.|\\[[^]]*]|\\(\\?<?[=!:]|\\{\\d*,?\\d*}|([\\p{L}']+)(?![?*+{])|([\\p{L}']+)(?=\\p{L}[?*+{])");

    private RuleLiterals() {}

    /** The listed words that a pattern spells out. */
    static Set<String> words(Lexicon lexicon, String pattern) {
        Set<String> words = new HashSet<>();
        Matcher parts = PART.matcher(pattern);
        while (parts.find()) {
            String literal = parts.group(1) == null ? parts.group(2) : parts.group(1);
            if (literal != null) {
                TaggedText tagged = lexicon.tag(SourceText.plain(literal, 0), Map.of());
                for (int i = 0; i < tagged.text().length(); i++) {
                    if (!lexicon.classesOf(tagged.text().charAt(i)).isEmpty()) {
                        words.add(literal.substring(tagged.from()[i], tagged.to()[i]));
                    }
                }
            }
        }
        return words;
    }

    static String orTagged(Lexicon lexicon, String pattern) {
        Matcher parts = PART.matcher(pattern);
        StringBuilder result = new StringBuilder();
        while (parts.find()) {
            String literal = parts.group(1) == null ? parts.group(2) : parts.group(1);
            String part = parts.group();
            if (literal != null) {
                String tagged =
                        lexicon.tag(SourceText.plain(literal, 0), Map.of()).text();
                part = tagged.equals(literal) ? literal : "(?:" + literal + "|" + tagged + ")";
            }
            parts.appendReplacement(result, Matcher.quoteReplacement(part));
        }
        return parts.appendTail(result).toString();
    }
}
