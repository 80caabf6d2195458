package io.emaki.intent.embedded.chinese;

import io.emaki.intent.embedded.lexicon.Rule;
import io.emaki.intent.embedded.lexicon.RuleBook;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule and sets of words, of each of which a sentence needs one for the rule to match at all; it spares most searches. */
record Needs(Rule rule, List<BitSet> sets) {

    private static final Pattern OBJECT = Pattern.compile("\\(\\?<[or]>(\\[[\uE000-\uF8FF]+])\\)(?![?*{])");
    private static final Pattern WORDS = Pattern.compile("\\[([\uE000-\uF8FF]+)](?![?*{])");

    static List<Needs> of(RuleBook book) {
        return book.rules().stream().map(Needs::of).toList();
    }

    private static Needs of(Rule rule) {
        List<BitSet> sets = new ArrayList<>();
        Matcher words =
                WORDS.matcher(outside(OBJECT.matcher(rule.pattern().pattern()).replaceAll("$1")));
        while (words.find()) {
            BitSet set = new BitSet();
            words.group(1).chars().forEach(set::set);
            sets.add(set);
        }
        return new Needs(rule, sets);
    }

    /** A pattern without what stands in groups, which may be one choice of several. */
    private static String outside(String pattern) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (char letter : pattern.toCharArray()) {
            depth += letter == '(' ? 1 : 0;
            if (depth == 0) {
                if (letter == '|') {
                    return "";
                }
                outside.append(letter);
            }
            depth -= letter == ')' ? 1 : 0;
        }
        return outside.toString();
    }

    boolean metBy(BitSet letters) {
        return sets.stream().allMatch(set -> set.intersects(letters));
    }
}
