package io.emaki.intent.embedded;

import io.emaki.intent.Axis;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.lexicon.Grammar;
import io.emaki.intent.embedded.lexicon.Rule;
import io.emaki.intent.embedded.lexicon.RuleBook;
import io.emaki.intent.embedded.lexicon.TaggedText;
import io.emaki.intent.embedded.text.Passage;
import io.emaki.intent.embedded.text.Passage.Kind;
import io.emaki.intent.embedded.text.Passages;
import io.emaki.intent.embedded.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Reads one turn sentence by sentence and keeps what a rule finds, the persona does, and the story has done. */
final class ClauseReader {

    private static final int LONGEST_PHRASE = 120;

    private final Grammar grammar;
    private final TurnText turn;
    private final String text;
    private final Map<String, List<String>> names;
    private final KnownState known;
    private final Actor actor;
    private final Findings findings;

    private record Match(Rule rule, TaggedText sentence, int start, int end, Passage passage) {

        String words() {
            return sentence.text().substring(start, end);
        }
    }

    ClauseReader(Grammar grammar, TurnText turn) {
        this.grammar = grammar;
        this.turn = turn;
        this.text = turn.text();
        this.names = grammar.names(text, turn.persona());
        this.known = new KnownState(turn.persona(), grammar.book().lexicon(), this::tag);
        this.actor = new Actor(turn.speaker(), grammar.dropsSubjects());
        this.findings = new Findings(grammar);
    }

    List<VisualChange> read() {
        for (Passage passage : Passages.of(turn.speaker(), text)) {
            if (passage.kind() != Kind.OUTSIDE) {
                Sentences.of(text, passage).forEach(this::sentence);
            }
        }
        return findings.all();
    }

    private TaggedText tag(String other) {
        return grammar.book().lexicon().tag(grammar.read(other, 0, other.length()), names);
    }

    private void sentence(Passage sentence) {
        RuleBook book = grammar.book();
        TaggedText tagged = book.lexicon().tag(grammar.read(text, sentence.start(), sentence.end()), names);
        if (!Reality.tellsFacts(book, tagged.letters(), sentence.kind())) {
            return;
        }
        List<Match> taken = new ArrayList<>();
        for (Rule rule : book.rules()) {
            Matcher found = rule.pattern().matcher(tagged.text());
            while (found.find()) {
                Match match = new Match(rule, tagged, found.start(), found.end(), sentence);
                boolean overlaps = taken.stream()
                        .anyMatch(other -> other.rule().axis() == rule.axis()
                                && other.start() < match.end()
                                && match.start() < other.end());
                if (overlaps
                        || !Reality.happened(
                                book, tagged.letters(), tagged.at()[match.start()], tagged.at()[match.end()])) {
                    continue;
                }
                if ((rule.is("given") && rule.axis() != Axis.SCENE) || applies(match)) {
                    taken.add(match);
                }
                if (applies(match)) {
                    int object = rule.hasObject() ? found.start("o") : match.start();
                    keep(match, tagged.from()[object], tagged.to()[rule.hasObject() ? object : match.end() - 1]);
                }
            }
        }
        actor.note(grammar.subject(tagged, tagged.text().length()), sentence.kind());
    }

    private boolean applies(Match match) {
        Rule rule = match.rule();
        Kind kind = match.passage().kind();
        if (rule.is("header") || kind == Kind.HEADER) {
            return rule.is("header") && kind == Kind.HEADER;
        }
        if (rule.is("given")) {
            return turn.speaker().equals("user") && kind == Kind.NARRATION;
        }
        if (rule.is("actor") || rule.is("shared")) {
            return actor.isPersona(grammar.subject(match.sentence(), match.start()), kind, rule);
        }
        return kind == Kind.NARRATION || rule.is("speech") && !turn.speaker().equals("user");
    }

    private void keep(Match match, int start, int end) {
        Passage passage = match.passage();
        Rule rule = match.rule();
        int matchStart = match.sentence().from()[match.start()];
        int clauseEnd = grammar.clauseEnd(text, match.sentence().to()[match.end() - 1], passage.end());
        String description = trim(
                rule.is("whole")
                        ? text.substring(passage.start(), passage.end())
                        : rule.is("tail")
                                ? text.substring(matchStart, clauseEnd)
                                : rule.is("match")
                                        ? text.substring(
                                                matchStart, match.sentence().to()[match.end() - 1])
                                        : grammar.nounPhrase(text, start, end, passage.start(), clauseEnd));
        String evidence = trim(text.substring(Math.min(matchStart, start), clauseEnd));
        if (description.isEmpty() || evidence.isEmpty() || evidence.length() > VisualChange.LONGEST_EVIDENCE) {
            return;
        }
        if (known.isNews(rule, match.words(), text.substring(start, end), description)) {
            findings.add(new VisualChange(
                    rule.axis(), rule.op(), shorten(description), evidence, passage.kind() == Kind.SPEECH ? 0.6 : 0.8));
        }
    }

    private static String shorten(String description) {
        return description.length() <= LONGEST_PHRASE
                ? description
                : description.substring(0, LONGEST_PHRASE).strip();
    }

    private static String trim(String phrase) {
        return phrase.replaceAll("^[\\s\\p{Punct}、。，！？…—・「」【】（）“”]+|[\\s\\p{Punct}、。，！？…—・「」【】（）“”]+$", "");
    }
}
