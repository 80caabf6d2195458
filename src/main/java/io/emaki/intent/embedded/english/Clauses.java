package io.emaki.intent.embedded.english;

import io.emaki.intent.TurnText;
import io.emaki.intent.embedded.text.Passage.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Finds who acts, sentence by sentence, by position: the first noun phrase of a clause that follows no preposition. */
final class Clauses {

    private static final Pattern FIRST_PERSON = Pattern.compile("(?i)\\b(i|i'm|im|me|my|myself)\\b");
    private static final List<String> BEINGS = List.of("being", "crowd", Vocabulary.OTHER_NAME);

    private final String speaker;
    private final boolean tellsOfItself;
    /** Whom "she" and actions without a subject are about. */
    private Party focus;

    /** {@code male}, {@code female} or not known, of the other one who was spoken of last. */
    private String otherIs = "";

    Clauses(TurnText turn, List<Sentence> sentences) {
        this.speaker = turn.speaker();
        this.tellsOfItself = turn.speaker().equals("persona")
                && sentences.stream()
                        .filter(sentence -> sentence.passage().kind() == Kind.NARRATION)
                        .anyMatch(sentence -> FIRST_PERSON
                                .matcher(turn.text()
                                        .substring(
                                                sentence.passage().start(),
                                                sentence.passage().end()))
                                .find());
        this.focus = turn.speaker().equals("user") ? Party.USER : Party.PERSONA;
    }

    /** For each token of a sentence, who acts there. The sentences of a turn have to come in their order. */
    Party[] subjects(Sentence sentence) {
        Party[] subjects = new Party[sentence.size() + 1];
        boolean narrated = sentence.passage().kind() == Kind.NARRATION;
        Party start = narrated && !speaker.equals("user") && focus == Party.PERSONA
                ? Party.NONE
                : narrated ? focus : Party.NONE;
        Party current = start;
        boolean awaiting = true;
        boolean object = false;
        boolean afterPlace = false;
        boolean inverted = false;
        for (int i = 0; i <= sentence.size(); i++) {
            subjects[i] = current;
            if (i == sentence.size()) {
                break;
            }
            Party pronoun = pronoun(sentence, i);
            boolean compares = sentence.word(i).equals("as") && sentence.is(i + 1, "a");
            if (sentence.isAny(i, "mark", "clause") && !compares) {
                awaiting = true;
                object = false;
                afterPlace = false;
                inverted = false;
                if (sentence.is(i, "relative") && i > 0 && sentence.is(i - 1, "noun")) {
                    current = party(sentence, i - 1);
                    awaiting = false;
                }
            } else if (pronoun != Party.NONE && (awaiting && !object || sentence.isAny(i, "i", "he", "we", "they"))) {
                current = pronoun;
                awaiting = false;
            } else if (!awaiting && sentence.isAny(i, "you", "him", "them", "it", "me") && watched(sentence, i + 1)) {
                current =
                        sentence.is(i, "you") ? pronoun(sentence, i) : sentence.is(i, "me") ? speaking() : Party.OTHER;
            } else if (sentence.is(i, "prep")) {
                object = true;
                afterPlace |= awaiting;
            } else if (awaiting && acts(sentence, i)) {
                awaiting = false;
                inverted = afterPlace;
            } else if ((awaiting || inverted && sentence.is(i, "a"))
                    && (sentence.isAny(i, "det", "name", "companion", "being")
                            || sentence.isAny(i, Vocabulary.OTHER_NAME, "crowd"))) {
                int head = head(sentence, i);
                Party found = party(sentence, head);
                Arrays.fill(subjects, i, head + 1, current);
                if (!object && (awaiting || found == Party.OTHER)) {
                    current = found;
                    awaiting = false;
                    note(found, narrated, sentence, head);
                }
                object = false;
                i = head;
            } else if (sentence.is(i, "noun")) {
                object = false;
            }
        }
        return subjects;
    }

    /** Whether a word tells what the one before it is seen doing, as in "watches you kneel". */
    private static boolean watched(Sentence sentence, int at) {
        return sentence.is(at, "verb")
                && !sentence.isAny(at, "noun", "adjective")
                && !sentence.isAny(at, "prep", "clause", "adverb")
                && !sentence.word(at).endsWith("s");
    }

    /** Whether a word is a verb here: one that may be a noun is, where it has an object. */
    private static boolean acts(Sentence sentence, int at) {
        if (sentence.is(at, "-s") || sentence.is(at, "-ed")) {
            return sentence.isAny(at + 1, "det", "him", "name", "prep", "companion");
        }
        if (!sentence.is(at, "verb")) {
            return false;
        }
        if (!sentence.isAny(at, "noun", "adjective")) {
            return true;
        }
        boolean object = sentence.isAny(at + 1, "det", "him", "me", "them") || sentence.isAny(at + 1, "us", "it");
        return object
                || !sentence.isAny(at, "body", "garment", "adjective") && sentence.isAny(at + 1, "prep", "adverb");
    }

    private void note(Party found, boolean narrated, Sentence sentence, int head) {
        if (narrated
                && (found == Party.PERSONA || found == Party.OTHER || found == Party.COMPANION)
                && !sentence.is(head, "body")) {
            focus = found == Party.PERSONA ? Party.PERSONA : Party.OTHER;
            otherIs = sentence.is(head, "female") ? "female" : sentence.is(head, "male") ? "male" : "";
        }
    }

    private Party speaking() {
        return speaker.equals("persona") ? Party.PERSONA : speaker.equals("user") ? Party.USER : Party.OTHER;
    }

    private Party pronoun(Sentence sentence, int at) {
        if (sentence.is(at, "i")) {
            return speaking();
        }
        if (sentence.is(at, "you")) {
            return speaker.equals("persona") ? Party.USER : Party.PERSONA;
        }
        if (sentence.is(at, "we")) {
            return Party.SHARED;
        }
        if (sentence.is(at, "he")) {
            return third(sentence.word(at));
        }
        if (sentence.is(at, "they")) {
            return speaker.equals("narrator") ? Party.SHARED : Party.OTHER;
        }
        if (sentence.is(at, "nobody") || sentence.is(at, "everyone")) {
            return Party.OTHER;
        }
        return sentence.is(at, "it") && !sentence.is(at, "det") ? Party.THING : Party.NONE;
    }

    /** Whom "she" or "his" means: not the other one who was spoken of last, where that is a man or a woman as the word does not say. */
    private Party third(String pronoun) {
        if (speaker.equals("user")) {
            return focus == Party.PERSONA ? Party.PERSONA : Party.OTHER;
        }
        boolean female = pronoun.equals("she") || pronoun.equals("her");
        boolean male = pronoun.equals("he") || pronoun.equals("his");
        if (!tellsOfItself && (female && otherIs.equals("male") || male && otherIs.equals("female"))) {
            return Party.PERSONA;
        }
        return tellsOfItself || focus != Party.PERSONA ? Party.OTHER : Party.PERSONA;
    }

    /** The last word of the noun phrase that starts at a token. */
    private static int head(Sentence sentence, int start) {
        int head = start;
        for (int i = start; i < sentence.size() && i < start + 7; i++) {
            if (sentence.isAny(i, "limit") && !sentence.is(i, "'s") && i > start) {
                if (sentence.word(i).equals("'s") && possessive(sentence, i)) {
                    head = i;
                    continue;
                }
                break;
            }
            boolean noun = sentence.isAny(i, "noun", "name", "companion", Vocabulary.OTHER_NAME);
            if (i > start
                    && sentence.is(i, "verb")
                    && !noun
                    && !sentence.is(i, "adjective")
                    && head >= start
                    && !sentence.word(i).endsWith("ing")
                    && !sentence.word(i).endsWith("ed")) {
                break;
            }
            if (noun) {
                boolean verbLike =
                        sentence.is(i, "verb") && i > start && sentence.isAny(head, "noun", "name", "companion");
                if (verbLike) {
                    break;
                }
                head = i;
            } else if (i == start || !sentence.isAny(head, "noun", "name", "companion", Vocabulary.OTHER_NAME)) {
                head = i;
            } else if (sentence.isAny(i, "adverb") || sentence.is(i, "-s")) {
                break;
            }
        }
        return head;
    }

    private static boolean possessive(Sentence sentence, int at) {
        return at + 1 < sentence.size()
                && (sentence.isAny(at + 1, "noun", "adjective") || sentence.is(at + 1, Vocabulary.UNKNOWN))
                && !sentence.word(at + 1).endsWith("ing")
                && !sentence.isAny(at + 1, "prep", "det", "adverb");
    }

    /** Whom a noun stands for; a part of the body stands for its owner. */
    private Party party(Sentence sentence, int at) {
        if (sentence.is(at, "name")) {
            return Party.PERSONA;
        }
        if (sentence.is(at, "companion")) {
            return Party.COMPANION;
        }
        if (sentence.is(at, "body")) {
            return owner(sentence, at, Party.NONE);
        }
        for (String group : BEINGS) {
            if (sentence.is(at, group)) {
                return Party.OTHER;
            }
        }
        return sentence.is(at, "you") || sentence.is(at, "i") ? pronoun(sentence, at) : Party.THING;
    }

    /** @param otherwise for a noun whose owner is not told */
    Party owner(Sentence sentence, int at, Party otherwise) {
        for (int i = at - 1; i >= 0 && i >= at - 6; i--) {
            if (sentence.is(i, "my")) {
                return speaking();
            }
            if (sentence.is(i, "your")) {
                return speaker.equals("persona") ? Party.USER : Party.PERSONA;
            }
            if (sentence.is(i, "our")) {
                return Party.SHARED;
            }
            if (sentence.is(i, "his")) {
                return third(sentence.word(i));
            }
            if (sentence.word(i).equals("'s") && i > 0) {
                return sentence.is(i - 1, "name") ? Party.PERSONA : Party.OTHER;
            }
            if (sentence.isAny(i, "limit")) {
                break;
            }
        }
        return otherwise;
    }

    boolean isPersona(Party party, Kind kind, Rule rule) {
        return switch (party) {
            case PERSONA -> true;
            case SHARED -> rule.is("shared");
            case NONE ->
                kind == Kind.NARRATION
                        ? !speaker.equals("user")
                        : speaker.equals("persona") && (rule.is("bare") || rule.is("mine"));
            case USER, COMPANION, OTHER, THING -> false;
        };
    }
}
