package io.emaki.intent.embedded.english;

import io.emaki.intent.Axis;
import io.emaki.intent.embedded.english.TokenPattern.Match;
import io.emaki.intent.embedded.text.Passage.Kind;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Tells what has happened from what is wished, planned, denied, remembered, retold or asked. */
final class Facts {

    private final Map<String, List<TokenPattern>> unreal;

    Facts(RuleBook book) {
        this.unreal = book.unreal();
    }

    /** Whether a sentence may tell of a change at all. */
    boolean tells(Sentence sentence, BitSet present) {
        boolean speech = sentence.passage().kind() == Kind.SPEECH;
        return !occurs("anywhere", sentence, present)
                && !(speech && (asks(sentence) || occurs("speech", sentence, present)));
    }

    private boolean occurs(String place, Sentence sentence, BitSet present) {
        return unreal.getOrDefault(place, List.of()).stream().anyMatch(mark -> mark.occurs(sentence, present));
    }

    private static boolean asks(Sentence sentence) {
        return sentence.size() > 0 && sentence.word(sentence.size() - 1).startsWith("?");
    }

    private static boolean plansOrTellsHabits(Sentence sentence, Match match) {
        int end = match.end();
        while (end < sentence.size() && !sentence.is(end, "mark")) {
            end++;
        }
        for (int i = 0; i < end; i++) {
            if (sentence.isAny(i, "modal", "future", "habit")) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing before, in or after a match takes it back. */
    boolean happened(Sentence sentence, Match match, Rule rule, BitSet present) {
        int start = match.start();
        for (int i = start - 1; i >= 0; i--) {
            if (sentence.isAny(i, "hard", "clause", ",") && !sentence.is(i, "%to")) {
                break;
            }
            if (sentence.isAny(i, "modal", "negative", "attempt", "had", "like") && start - i <= 6
                    || sentence.is(i, "unchanged") && start - i <= 3) {
                return false;
            }
        }
        if (start > 0
                && sentence.word(start - 1).equals("to")
                && sentence.is(start, "verb")
                && rule.axis() != Axis.SCENE) {
            return false;
        }
        if (sentence.passage().kind() == Kind.SPEECH && plansOrTellsHabits(sentence, match)) {
            return false;
        }
        for (int i = 0; i < match.end(); i++) {
            if (sentence.isAny(i, "unreal", "past")) {
                return false;
            }
            if (i >= start && !rule.is("not") && sentence.isAny(i, "negative", "attempt", "modal", "unchanged")) {
                return false;
            }
        }
        for (int i = match.end(); i < sentence.size() && !sentence.isAny(i, "mark", "clause"); i++) {
            if (sentence.is(i, "past")) {
                return false;
            }
        }
        for (TokenPattern after : unreal.getOrDefault("after", List.of())) {
            for (Match found : after.all(sentence, present)) {
                if (found.start() >= match.start() && found.start() <= match.end() + 8) {
                    return false;
                }
            }
        }
        return true;
    }
}
