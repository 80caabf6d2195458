package io.emaki.intent.embedded.english;

import io.emaki.intent.embedded.english.TokenPattern.Choice;
import io.emaki.intent.embedded.english.TokenPattern.Edge;
import io.emaki.intent.embedded.english.TokenPattern.Element;
import io.emaki.intent.embedded.english.TokenPattern.Not;
import io.emaki.intent.embedded.english.TokenPattern.NotBefore;
import io.emaki.intent.embedded.english.TokenPattern.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads patterns. Items stand apart by blanks: {@code word|@class|%verb} one token, {@code $...} the same and what the rule is
 * about, {@code ...?} at most once, {@code !...} not followed by it, {@code <!...} not preceded by it, {@code ~} up to 3 and
 * {@code ~5} up to 5 tokens of the same clause, {@code ~~8} up to 8 with commas, {@code _} what may stand before a noun, {@code next_to} a phrase,
 * {@code ( ... / ... )} one way or the other, {@code ^} the start and {@code ^^} the end of the sentence.
 */
final class PatternParser {

    private final Vocabulary vocabulary;

    PatternParser(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Words and verbs that a pattern spells out, as classes. */
    static Set<String> spelledOut(String pattern) {
        Set<String> found = new TreeSet<>();
        for (String item : pattern.trim().split("\\s+")) {
            if (!item.startsWith("$") && !item.matches("[~_^()/]+\\d*|\\)\\?")) {
                for (String part : item.replaceAll("^<?!(?=.)|(?<=.)\\?$", "").split("\\|")) {
                    if (!part.startsWith("@")) {
                        found.add(part.startsWith("%") ? part : "=" + part.replace('_', ' '));
                    }
                }
            }
        }
        return found;
    }

    TokenPattern parse(String pattern) {
        return new TokenPattern(
                sequence(List.of(pattern.trim().split("\\s+")).iterator()).getFirst());
    }

    private List<List<Element>> sequence(Iterator<String> items) {
        List<List<Element>> ways = new ArrayList<>();
        List<Element> way = new ArrayList<>();
        ways.add(way);
        while (items.hasNext()) {
            String item = items.next();
            if (item.startsWith(")")) {
                if (item.equals(")?")) {
                    ways.add(List.of());
                }
                return ways;
            }
            if (item.equals("/")) {
                way = new ArrayList<>();
                ways.add(way);
            } else if (item.equals("(")) {
                way.add(new Choice(sequence(items)));
            } else {
                way.add(element(item));
            }
        }
        return ways;
    }

    private Element element(String item) {
        if (item.equals("^") || item.equals("^^")) {
            return new Edge(item.equals("^"));
        }
        if (item.startsWith("~~")) {
            return new Step(without("hard"), 0, number(item.substring(2), 8), false);
        }
        if (item.startsWith("~")) {
            return new Step(without("mark"), 0, number(item.substring(1), 3), false);
        }
        if (item.equals("_")) {
            return new Step(without("limit"), 0, 5, false);
        }
        if (item.startsWith("<!")) {
            return new NotBefore(kinds(item.substring(2)));
        }
        if (item.startsWith("!") && item.length() > 1) {
            return new Not(kinds(item.substring(1)));
        }
        boolean object = item.startsWith("$");
        boolean optional = item.endsWith("?") && item.length() > 1;
        String alternatives = item.substring(object ? 1 : 0, item.length() - (optional ? 1 : 0));
        String classes = object ? "@" + alternatives.replace("|", "|@") : alternatives;
        return new Step(kinds(classes), optional ? 0 : 1, 1, object);
    }

    private static int number(String text, int otherwise) {
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    private BitSet without(String group) {
        BitSet kinds = (BitSet) vocabulary.kindsOf(group).clone();
        kinds.flip(0, 1 << 14);
        return kinds;
    }

    private BitSet kinds(String alternatives) {
        BitSet kinds = new BitSet();
        for (String part : alternatives.split("\\|")) {
            String group = part.startsWith("@")
                    ? part.substring(1)
                    : part.startsWith("%") ? part : "=" + part.replace('_', ' ');
            BitSet found = vocabulary.kindsOf(group);
            if (found.isEmpty()) {
                throw new IllegalStateException("no words of " + part + " in " + alternatives);
            }
            kinds.or(found);
        }
        return kinds;
    }
}
