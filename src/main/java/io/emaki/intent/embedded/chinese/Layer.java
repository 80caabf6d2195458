package io.emaki.intent.embedded.chinese;

import io.emaki.intent.embedded.lexicon.Lexicon;
import io.emaki.intent.embedded.lexicon.Rule;
import io.emaki.intent.embedded.lexicon.RuleBook;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules and the words that they see as their class. Letters that a rule cannot do without spare most searches. */
final class Layer {

    private final Lexicon lexicon;
    private final List<Rule> rules;
    /** Which needs of all rules, numbered through, a letter meets. */
    private final Map<Character, BitSet> met = new HashMap<>();
    /** For each rule and for the end, the number of its first need. */
    private final int[] firstNeed;

    Layer(RuleBook book) {
        this.lexicon = book.lexicon();
        this.rules = book.rules();
        this.firstNeed = new int[rules.size() + 1];
        for (int i = 0; i < rules.size(); i++) {
            List<BitSet> needs = FirstLetters.of(rules.get(i).pattern().pattern());
            firstNeed[i + 1] = firstNeed[i] + needs.size();
            for (int n = 0; n < needs.size(); n++) {
                int need = firstNeed[i] + n;
                needs.get(n).stream()
                        .forEach(letter -> met.computeIfAbsent((char) letter, any -> new BitSet())
                                .set(need));
            }
        }
    }

    Lexicon lexicon() {
        return lexicon;
    }

    List<Rule> rules() {
        return rules;
    }

    /** The rules that may match a sentence, in their order. */
    List<Rule> candidates(String sentence) {
        BitSet needs = new BitSet();
        for (char letter : sentence.toCharArray()) {
            BitSet meets = met.get(letter);
            if (meets != null) {
                needs.or(meets);
            }
        }
        List<Rule> candidates = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (needs.nextClearBit(firstNeed[i]) >= firstNeed[i + 1]) {
                candidates.add(rules.get(i));
            }
        }
        return candidates;
    }
}
