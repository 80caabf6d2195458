package io.emaki.intent.embedded.lexicon;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that a rule spells out. Where the lexicon lists such a word too, tagged text only holds its class. */
final class RuleLiterals {

    /** Classes, escapes, sets, or a literal without the last letter that a quantifier would apply to. */
    private static final Pattern PART = Pattern.compile(
            "[@$]\\{[^}]*}|[@$]\\w+|\\\\.|\\[[^]]*]|\\(\\?<?[=!:]|\\{\\d*,?\\d*}|([\\p{L}']+)(?![?*+{])|([\\p{L}']+)(?=\\p{L}[?*+{])");

    private RuleLiterals() {}

    static String orTagged(Lexicon lexicon, String pattern) {
        Matcher parts = PART.matcher(pattern);
        StringBuilder result = new StringBuilder();
        while (parts.find()) {
            String literal = parts.group(1) == null ? parts.group(2) : parts.group(1);
            String part = parts.group();
            if (literal != null) {
                String tagged = lexicon.tag(SourceText.plain(literal, 0), Map.<String, List<String>>of())
                        .text();
                part = tagged.equals(literal) ? literal : "(?:" + literal + "|" + tagged + ")";
            }
            parts.appendReplacement(result, Matcher.quoteReplacement(part));
        }
        return parts.appendTail(result).toString();
    }
}
