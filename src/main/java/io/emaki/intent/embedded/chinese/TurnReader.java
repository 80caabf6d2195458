package io.emaki.intent.embedded.chinese;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.lexicon.Rule;
import io.emaki.intent.embedded.lexicon.SourceText;
import io.emaki.intent.embedded.lexicon.Subject;
import io.emaki.intent.embedded.lexicon.TaggedText;
import io.emaki.intent.embedded.text.Passage;
import io.emaki.intent.embedded.text.Passage.Kind;
import io.emaki.intent.embedded.text.Passages;
import io.emaki.intent.embedded.text.Sentences;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Reads one turn sentence by sentence and keeps what a rule finds, the persona does, and the story has done. */
final class TurnReader {

    private static final String NOBODY = "-";

    private final Layer listed;
    private final Layer open;
    private final Reality reality;
    private final Subjects subjects;
    private final TurnText turn;
    private final String text;
    private final Map<String, List<String>> names;
    private final Looks looks;
    private final List<Passage> passages;
    private final Actor actor;
    private final Changes changes = new Changes();
    /** Whether nothing sets off what is told from what is said. */
    private final boolean plain;

    /** Whether actions are set off from words, so that what is said is not told around quotes. */
    private final boolean marked;

    private boolean away;
    /** Who came up last in this turn and is neither the persona nor with it. */
    private String lastBeing = NOBODY;

    private String lastMain = NOBODY;
    private String lastWear = NOBODY;
    /** Whether somebody shows new clothes in this turn, so that what is said of clothes is what can be seen. */
    private final boolean shows;
    /** Whether the user sees it put something on, which needs no other mark. */
    private final boolean donned;
    /** Whether the persona sends somebody away in this turn. */
    private final boolean dismisses;
    /** Whether the sentence being read tells of what has happened. */
    private boolean facts;

    TurnReader(Layer listed, Layer open, Reality reality, Subjects subjects, TurnText turn) {
        this.listed = listed;
        this.open = open;
        this.reality = reality;
        this.subjects = subjects;
        this.turn = turn;
        this.text = turn.text();
        this.names = Looks.names(turn.text(), turn.persona());
        this.looks = new Looks(turn.persona(), listed.lexicon(), other -> tag(listed, other, 0, other.length()));
        this.actor = new Actor(turn, listed.lexicon());
        this.passages = Passages.of(turn.speaker(), text);
        this.marked = text.indexOf('“') < 0;
        this.shows = turn.speaker().equals("persona") && reality.shows(turn.history(), text);
        this.donned = turn.speaker().equals("user") && !turn.history().isEmpty() && reality.donned(text);
        this.dismisses = reality.dismisses(text);
        this.plain = passages.stream().allMatch(passage -> passage.kind() == Kind.SPEECH);
    }

    List<VisualChange> read() {
        if (reality.isStory(text)) {
            for (Passage passage : passages) {
                if (passage.kind() != Kind.OUTSIDE) {
                    Sentences.of(text, passage).forEach(this::sentence);
                }
            }
        }
        return changes.all();
    }

    private TaggedText tag(Layer layer, String from, int start, int end) {
        String lower = from.substring(start, end).toLowerCase(Locale.ROOT);
        String same = lower.length() == end - start ? lower : from.substring(start, end);
        return layer.lexicon().tag(SourceText.plain(same, start), names);
    }

    private void sentence(Passage sentence) {
        TaggedText tagged = tag(listed, text, sentence.start(), sentence.end());
        Kind kind = sentence.kind();
        Subject topic = subjects.topic(tagged);
        if (kind == Kind.NARRATION && !turn.history().isEmpty() && reality.obeys(tagged.letters())) {
            obeyed(sentence);
        }
        away = reality.isAway(tagged.letters())
                || away && topic != Subject.NAMED && topic != Subject.FIRST && topic != Subject.SECOND;
        if (away) {
            return;
        }
        actor.hear(tagged.text());
        facts = reality.tellsFacts(tagged.letters(), kind);
        if (facts || shows || donned) {
            List<Match> taken = new ArrayList<>();
            apply(listed, tagged, tagged, sentence, taken);
            apply(open, tag(open, text, sentence.start(), sentence.end()), tagged, sentence, taken);
        }
        actor.note(topic, kind);
        lastBeing = subjects.last(tagged, text, Set.of("being", "nameother"), lastBeing);
        lastMain = subjects.last(tagged, text, Set.of("main"), lastMain);
        lastWear = subjects.last(tagged, text, Set.of("wear", "upper"), lastWear);
    }

    private void apply(Layer layer, TaggedText seen, TaggedText tagged, Passage sentence, List<Match> taken) {
        for (Rule rule : layer.candidates(seen.text())) {
            if (fits(rule, sentence.kind())) {
                matches(rule, seen, tagged, sentence, taken);
            }
        }
    }

    /** What the turn before orders and this sentence says is done, without saying what. */
    private void obeyed(Passage sentence) {
        String order = turn.history().stream()
                .filter(before -> before.startsWith("user:"))
                .reduce("", (first, second) -> second);
        TaggedText tagged = tag(listed, order, 0, order.length());
        Set<Axis> done = EnumSet.noneOf(Axis.class);
        for (Rule rule : listed.rules()) {
            Matcher found = rule.pattern().matcher(tagged.text());
            boolean orders =
                    (rule.axis() == Axis.POSE || rule.axis() == Axis.OUTFIT) && rule.is("actor") && !rule.is("worn");
            if (orders && !done.contains(rule.axis()) && found.find()) {
                int from = rule.hasObject() ? found.start("o") : found.start();
                int to = rule.hasObject() ? found.end("o") : found.end();
                String thing = order.substring(tagged.from()[from], tagged.to()[to - 1]);
                String evidence = Phrases.trim(text.substring(sentence.start(), sentence.end()));
                if (!evidence.isEmpty() && looks.isNews(rule, found.group(), thing, thing)) {
                    done.add(rule.axis());
                    changes.add(
                            new VisualChange(rule.axis(), rule.op(), Phrases.trim(thing), evidence, 0.6),
                            rule,
                            sentence.start());
                }
            }
        }
    }

    private void matches(Rule rule, TaggedText seen, TaggedText tagged, Passage sentence, List<Match> taken) {
        Matcher found = rule.pattern().matcher(seen.text());
        while (found.find()) {
            if (found.end() == found.start()) {
                continue;
            }
            Match match = Match.of(rule, found, seen, tagged, sentence);
            if (taken.stream().anyMatch(match::overlaps)
                    || sentence.kind() == Kind.SPEECH
                            && !rule.is("reveal")
                            && !rule.is("donned")
                            && !rule.is("speech")
                            && !rule.is("both")
                            && !reality.isDone(tagged.letters(), match.end())
                    || !rule.is("sure")
                            && !rule.is("reveal")
                            && !rule.is("donned")
                            && !reality.happened(tagged.letters(), sentence.kind(), match.start(), match.end())) {
                continue;
            }
            boolean kept = !rule.is("none") && byPersona(match) && keep(match);
            if (kept || !rule.is("worn")) {
                taken.add(match);
            }
        }
    }

    /** Which rules count in which kind of passage: headers for themselves, spoken words only for those that say so. */
    private boolean fits(Rule rule, Kind kind) {
        if (rule.is("reveal")) {
            return shows;
        }
        if (rule.is("donned")) {
            return donned;
        }
        if (!facts || last(rule).equals(NOBODY) || rule.is("dismiss") && !dismisses) {
            return false;
        }
        if (rule.is("user") && !turn.speaker().equals("user")) {
            return false;
        }
        return switch (kind) {
            case HEADER -> rule.is("header");
            case SPEECH ->
                (rule.is("speech") || rule.is("both") || (plain || rule.is("air") && marked) && !rule.is("header"))
                        && !turn.speaker().equals("narrator");
            case NARRATION -> !rule.is("header") && !rule.is("speech");
            case OUTSIDE -> false;
        };
    }

    /** What a rule that names nothing is about; empty for rules that name it. */
    private String last(Rule rule) {
        if (rule.is("last")) {
            return lastBeing;
        }
        if (rule.is("lastmain")) {
            return lastMain;
        }
        return rule.is("lastwear") ? lastWear : "";
    }

    private boolean byPersona(Match match) {
        Rule rule = match.rule();
        int verb = match.verb();
        Kind kind = match.passage().kind();
        if (match.recipient() >= 0) {
            return actor.isPersona(subjects.at(match.sentence(), match.recipient()), kind, rule);
        }
        if (rule.is("shared") && actor.leads(match.sentence().text(), verb, kind)) {
            return true;
        }
        return (!rule.is("actor") && !rule.is("shared"))
                || actor.isPersona(subjects.of(match.sentence(), verb, rule.axis() == Axis.POSE), kind, rule);
    }

    private boolean keep(Match match) {
        Passage passage = match.passage();
        Rule rule = match.rule();
        int start = match.thingFrom();
        int end = match.thingTo();
        int matchStart = match.from();
        int matchEnd = match.to();
        int clauseEnd = Clauses.end(text, matchEnd, passage.end());
        String thing = rule.is("last") ? lastBeing : text.substring(start, end);
        String description = Phrases.trim(
                rule.is("last")
                        ? lastBeing
                        : describe(rule, passage, thing, start, end, matchStart, matchEnd, clauseEnd));
        String evidence = Phrases.trim(text.substring(Math.min(matchStart, start), clauseEnd));
        if (description.isEmpty()
                || evidence.isEmpty()
                || rule.axis() == Axis.COMPANION && reality.compares(text.substring(Clauses.start(text, start), start))
                || evidence.length() > VisualChange.LONGEST_EVIDENCE
                || !looks.isNews(rule, match.words(), thing, description)) {
            return false;
        }
        if (rule.axis() == Axis.COMPANION && rule.op() == Op.REMOVE) {
            description = rule.is("all") ? looks.companions() : looks.companion(thing);
        }
        VisualChange change = new VisualChange(
                rule.axis(), rule.op(), description, evidence, passage.kind() == Kind.SPEECH ? 0.6 : 0.8);
        if (rule.axis() != Axis.SCENE) {
            changes.add(change, rule, matchStart);
        } else if (rule.is("air")) {
            changes.scene().surroundings(change);
        } else {
            // Where somebody sits is in the place where the same turn lets them arrive.
            changes.scene().place(change, rule.is("weak") ? 0 : matchStart);
        }
        return true;
    }

    private String describe(
            Rule rule, Passage passage, String thing, int start, int end, int matchStart, int matchEnd, int clauseEnd) {
        if (rule.axis() == Axis.SCENE && (rule.is("air") || rule.hasObject() && passage.kind() != Kind.HEADER)) {
            String told = text.substring(passage.start(), passage.end());
            String place = rule.is("np") ? Phrases.bare(thing) : Phrases.noun(text, start, end, passage.start());
            String before = changes.scene().description();
            String worded = rule.is("air")
                    ? Scenes.now(changes.scene().over(looks.scene()), told)
                    : Scenes.at(place, told, before, looks.scene());
            if (!worded.isEmpty()) {
                return worded;
            }
        }
        if (rule.is("whole")) {
            return text.substring(passage.start(), passage.end());
        }
        if (rule.is("clause")) {
            return text.substring(Math.max(passage.start(), Clauses.start(text, matchStart)), clauseEnd);
        }
        if (rule.is("tail")) {
            return text.substring(matchStart, clauseEnd);
        }
        if (rule.is("match")) {
            return text.substring(matchStart, matchEnd);
        }
        if (rule.axis() == Axis.SCENE && passage.kind() != Kind.HEADER && !rule.is("np")) {
            return text.substring(Math.max(passage.start(), Clauses.start(text, matchStart)), clauseEnd);
        }
        return rule.is("np") ? Phrases.bare(thing) : Phrases.noun(text, start, end, passage.start());
    }
}
