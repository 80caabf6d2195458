package io.emaki.intent.embedded.chinese;

import io.emaki.intent.embedded.lexicon.Rule;
import io.emaki.intent.embedded.lexicon.TaggedText;
import io.emaki.intent.embedded.text.Passage;
import java.util.regex.Matcher;

/**
 * Where a rule matches.
 *
 * @param start where in the letters of its sentence it starts
 * @param end where in the letters of its sentence it ends
 * @param from where in the turn it starts
 * @param to where in the turn it ends
 * @param thingFrom where in the turn the thing starts that the rule names
 * @param thingTo where in the turn that thing ends
 * @param verb where in the sentence it starts
 * @param recipient where in the sentence the one stands who is dressed or moved by somebody else, or -1
 */
record Match(
        Rule rule,
        TaggedText sentence,
        Passage passage,
        int start,
        int end,
        int from,
        int to,
        int thingFrom,
        int thingTo,
        int verb,
        int recipient) {

    /** @param seen the sentence as the rule sees it */
    static Match of(Rule rule, Matcher found, TaggedText seen, TaggedText sentence, Passage passage) {
        boolean named = rule.hasObject() && found.start("o") >= 0;
        return new Match(
                rule,
                sentence,
                passage,
                seen.at()[found.start()],
                seen.at()[found.end()],
                seen.from()[found.start()],
                seen.to()[found.end() - 1],
                seen.from()[named ? found.start("o") : found.start()],
                seen.to()[(named ? found.end("o") : found.end()) - 1],
                find(sentence, seen.at()[found.start()]),
                rule.is("to") ? find(sentence, seen.at()[found.start("r")]) : -1);
    }

    /** Which character of a tagged sentence stands for the letter at {@code letter}. */
    private static int find(TaggedText sentence, int letter) {
        int at = 0;
        while (at + 1 < sentence.text().length() && sentence.at()[at + 1] <= letter) {
            at++;
        }
        return at;
    }

    boolean overlaps(Match other) {
        return other.rule.axis() == rule.axis() && other.start < end && start < other.end;
    }

    /** The words that it covers, in the form in which they are listed. */
    String words() {
        int last = verb;
        while (last < sentence.text().length() && sentence.at()[last] < end) {
            last++;
        }
        return sentence.text().substring(verb, last);
    }
}
