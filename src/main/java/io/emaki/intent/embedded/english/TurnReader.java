package io.emaki.intent.embedded.english;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.english.TokenPattern.Match;
import io.emaki.intent.embedded.text.Passage.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one turn and keeps what a rule finds, the persona does, and the story has done. */
final class TurnReader {

    private static final Set<String> ELSEWHERE = Set.of(
            "into", "onto", "outside", "outdoors", "inside", "indoors", "aboard", "ashore", "upstairs", "downstairs");

    private final RuleBook book;
    private final TurnText turn;
    private final List<Sentence> sentences;
    private final Clauses clauses;
    private final Facts facts;
    private final Looks looks;
    private final Phrases phrases;
    private final Changes changes = new Changes();
    /** The sentence that told the place so far. */
    private @Nullable Sentence placed;

    private record Found(Rule rule, Match match) {}

    TurnReader(RuleBook book, TurnText turn, List<Sentence> sentences) {
        this.book = book;
        this.turn = turn;
        this.sentences = sentences;
        this.clauses = new Clauses(turn, sentences);
        this.facts = new Facts(book);
        this.looks = new Looks(turn.persona());
        this.phrases = new Phrases(turn.text(), book.vocabulary());
    }

    List<VisualChange> read() {
        for (Sentence sentence : sentences) {
            BitSet present = new BitSet();
            sentence.tokens().forEach(token -> present.set(token.kind()));
            Party[] subjects = clauses.subjects(sentence);
            if (facts.tells(sentence, present)) {
                read(sentence, present, subjects);
            }
        }
        return changes.all();
    }

    private void read(Sentence sentence, BitSet present, Party[] subjects) {
        List<Found> taken = new ArrayList<>();
        for (Rule rule : book.rules()) {
            for (Match match : rule.pattern().all(sentence, present)) {
                boolean overlaps = taken.stream()
                        .anyMatch(other -> other.rule().axis() == rule.axis()
                                && other.match().start() < match.end()
                                && match.start() < other.match().end());
                if (!overlaps
                        && applies(rule, match, sentence, subjects)
                        && facts.happened(sentence, match, rule, present)) {
                    taken.add(new Found(rule, match));
                    keep(rule, match, sentence);
                }
            }
        }
    }

    private boolean applies(Rule rule, Match match, Sentence sentence, Party[] subjects) {
        Kind kind = sentence.passage().kind();
        String speaker = turn.speaker();
        if (rule.is("header") || kind == Kind.HEADER) {
            return rule.is("header") && kind == Kind.HEADER;
        }
        if (kind == Kind.SPEECH && (!rule.is("speech") || speaker.equals("user") && !rule.is("user"))) {
            return false;
        }
        if (rule.is("told") && !speaker.equals("narrator") || rule.is("given") && !speaker.equals("user")) {
            return false;
        }
        Party subject = subjects[match.start()];
        if (rule.is("given") && subject != Party.USER && subject != Party.NONE) {
            return false;
        }
        if ((rule.is("actor") || rule.is("shared")) && !clauses.isPersona(subject, kind, rule)) {
            return false;
        }
        if (rule.is("together") && speaker.equals("user") && !mentionsPersona(sentence)) {
            return false;
        }
        if (rule.is("mine")
                        && !isOwn(sentence, match.object() < 0 ? body(sentence, match) : match.object(), subject, rule)
                || rule.is("body") && !isOwn(sentence, match.end() - 1, subject, rule)) {
            return false;
        }
        Party there = subjects[match.end() - 1];
        if (rule.is("near") && (there == Party.PERSONA || there == Party.USER)) {
            return false;
        }
        if (rule.is("recent") && !companionBefore(sentence)) {
            return false;
        }
        if (rule.is("done") && !isDoneToPersona(sentence, match, subject)) {
            return false;
        }
        if (rule.is("worn")
                && match.object() >= 0
                && !looks.wears(sentence.word(match.object()))
                && !sentence.is(match.object(), "footwear")) {
            return false;
        }
        if (rule.axis() == Axis.POSE && isSaidOfNoun(sentence, match.start())) {
            return false;
        }
        if (rule.axis() == Axis.COMPANION && rule.op() == Op.ADD && isBareVerb(sentence, match.object())) {
            return false;
        }
        if (rule.axis() == Axis.SCENE
                && match.object() >= 0
                && sentence.isAny(match.object() + 1, "fixture", "garment", "person")) {
            return false;
        }
        return !(rule.axis() == Axis.COMPANION && rule.op() == Op.REMOVE && !looks.hasCompanions());
    }

    private boolean isOwn(Sentence sentence, int thing, Party subject, Rule rule) {
        if (rule.axis() == Axis.COMPANION) {
            return clauses.owner(sentence, thing, Party.NONE) != Party.USER;
        }
        Party owner = clauses.owner(sentence, thing, subject == Party.THING ? Party.NONE : subject);
        return clauses.isPersona(owner, sentence.passage().kind(), rule);
    }

    /** "The coat hanging by the door", "a man seated at the bar": a participle belongs to the noun before it. */
    private static boolean isSaidOfNoun(Sentence sentence, int at) {
        String word = sentence.word(at);
        return at > 0
                && sentence.is(at, "verb")
                && (word.endsWith("ing") || word.endsWith("ed"))
                && sentence.isAny(at - 1, "being", "garment", "place", "crowd")
                && !sentence.isAny(at - 1, "name", "body");
    }

    /** "Ducks into the booth": a word that may be an animal starts a clause as a verb. */
    private static boolean isBareVerb(Sentence sentence, int at) {
        return at >= 0 && sentence.is(at, "verb") && (at == 0 || sentence.isAny(at - 1, "mark", "clause"));
    }

    private boolean companionBefore(Sentence sentence) {
        int at = sentences.indexOf(sentence);
        return sentences.subList(Math.max(0, at - 3), at).stream()
                .flatMap(earlier -> earlier.tokens().stream())
                .anyMatch(token -> book.vocabulary().is(token.kind(), Vocabulary.COMPANION));
    }

    /** "They dress her": whoever acts, "her" is the persona unless the persona acts. */
    private boolean isDoneToPersona(Sentence sentence, Match match, Party subject) {
        for (int i = match.start(); i < match.end(); i++) {
            if (sentence.is(i, "name")) {
                return true;
            }
            if (sentence.isAny(i, "me", "my")) {
                return turn.speaker().equals("persona") && subject != Party.PERSONA && subject != Party.NONE;
            }
            if (sentence.isAny(i, "you", "your")) {
                return !turn.speaker().equals("persona") && subject != Party.PERSONA;
            }
            if (sentence.isAny(i, "him", "his")) {
                return !turn.speaker().equals("user")
                        && (subject == Party.OTHER || subject == Party.COMPANION || subject == Party.SHARED);
            }
        }
        return false;
    }

    /** The first part of a body in a match. */
    private static int body(Sentence sentence, Match match) {
        int at = match.start();
        while (at < match.end() - 1 && !sentence.is(at, "body")) {
            at++;
        }
        return at;
    }

    private static boolean mentionsPersona(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.isAny(i, "we", "us", "our", "you") || sentence.isAny(i, "your", "name")) {
                return true;
            }
        }
        return false;
    }

    private void keep(Rule rule, Match match, Sentence sentence) {
        String thing = match.object() < 0 ? "" : sentence.word(match.object());
        if (rule.is("unnamed")) {
            unnamed(rule, match, sentence);
            return;
        }
        if (rule.axis() == Axis.SCENE) {
            scene(rule, match, sentence, thing);
            return;
        }
        boolean whole = rule.is("tail") || rule.is("match") || match.object() < 0;
        String phrase = whole
                ? phrases.clause(sentence, match, !rule.is("match"), rule.axis() == Axis.POSE)
                : phrases.noun(sentence, match.object());
        if (rule.axis() == Axis.COMPANION && rule.op() == Op.REMOVE) {
            phrase = looks.companion(thing);
        }
        add(rule, match, sentence, thing, label(rule.label(), phrase));
    }

    /** The place told with the time and weather; the place so far when only those are new; else the words themselves. */
    private void scene(Rule rule, Match match, Sentence sentence, String thing) {
        String context = turn.text()
                .substring(sentence.passage().start(), sentence.passage().end());
        String before = changes.scene().description();
        boolean isPlace = !rule.is("tail") && !rule.is("match") && match.object() >= 0;
        String worded = isPlace
                ? Scenes.at(phrases.noun(sentence, match.object()), context, before)
                : staysThere(sentence, match)
                        ? Scenes.now(changes.scene().over(turn.persona().scene()), context)
                        : "";
        if (worded.isEmpty()) {
            if (sentence.equals(placed)) {
                return;
            }
            String told = label(
                    rule.label(),
                    sentence.size() <= 24
                            ? phrases.sentence(sentence)
                            : phrases.clause(sentence, match, !rule.is("match"), false));
            worded = before.isEmpty() ? told : before + ", " + told;
        }
        find(rule, match, sentence, thing, worded).ifPresent(change -> {
            if (isPlace) {
                placed = sentence;
                changes.scene()
                        .place(change, sentence.tokens().get(match.start()).start());
            } else {
                changes.scene().surroundings(change);
            }
        });
    }

    /** Whether nothing from the match on tells of another place. */
    private static boolean staysThere(Sentence sentence, Match match) {
        for (int i = match.start(); i < sentence.size(); i++) {
            if (sentence.isAny(i, "place", "vehicle") || ELSEWHERE.contains(sentence.word(i))) {
                return false;
            }
        }
        return true;
    }

    private void add(Rule rule, Match match, Sentence sentence, String thing, String description) {
        find(rule, match, sentence, thing, description).ifPresent(changes::add);
    }

    private Optional<VisualChange> find(Rule rule, Match match, Sentence sentence, String thing, String description) {
        int start = sentence.tokens().get(match.start()).start();
        int end = sentence.tokens().get(match.end() - 1).end();
        boolean news = !description.isBlank()
                && description.length() <= VisualChange.LONGEST_DESCRIPTION
                && looks.isNews(rule, thing, description);
        return news
                ? Optional.of(new VisualChange(
                        rule.axis(),
                        rule.op(),
                        description,
                        turn.text().substring(start, end),
                        sentence.passage().kind() == Kind.SPEECH ? 0.6 : 0.8))
                : Optional.empty();
    }

    /** "They're on": what that is has been said elsewhere in the turn, or before it. */
    private void unnamed(Rule rule, Match match, Sentence sentence) {
        String[] groups = rule.axis() == Axis.OUTFIT
                ? new String[] {"accessory", "accessory"}
                : new String[] {"animal", "machine"};
        for (Sentence other : sentences) {
            for (int i = 0; i < other.size(); i++) {
                if (other.isAny(i, groups)) {
                    add(rule, match, sentence, other.word(i), phrases.noun(other, i));
                    return;
                }
            }
        }
        for (String earlier : turn.history().reversed()) {
            for (String word : earlier.toLowerCase(Locale.ENGLISH).split("[^\\p{L}'-]+")) {
                if (book.vocabulary().is(book.vocabulary().kindOf(word), groups[0])) {
                    add(rule, match, sentence, word, word);
                    return;
                }
            }
        }
    }

    private static String label(String label, String phrase) {
        return label.isEmpty() || phrase.contains(label) ? phrase : label + ": " + phrase;
    }
}
