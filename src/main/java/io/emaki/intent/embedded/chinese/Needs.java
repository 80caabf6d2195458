package io.emaki.intent.embedded.chinese;

import io.emaki.intent.embedded.lexicon.Rule;
import io.emaki.intent.embedded.lexicon.RuleBook;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule and the words of which a sentence needs one for the rule to match at all; it spares most searches. */
record Needs(Rule rule, BitSet anyOf) {

    private static final Pattern OBJECT = Pattern.compile("\\(\\?<o>\\[([\uE000-\uF8FF]+)]\\)(?![?*{])");

    static List<Needs> of(RuleBook book) {
        return book.rules().stream().map(Needs::of).toList();
    }

    private static Needs of(Rule rule) {
        BitSet anyOf = new BitSet();
        Matcher object = OBJECT.matcher(rule.pattern().pattern());
        if (object.find()) {
            object.group(1).chars().forEach(anyOf::set);
        }
        return new Needs(rule, anyOf);
    }

    boolean metBy(BitSet letters) {
        return anyOf.isEmpty() || anyOf.intersects(letters);
    }
}
