package io.emaki.intent.embedded.chinese;

import io.emaki.intent.Axis;
import io.emaki.intent.TurnText;
import io.emaki.intent.embedded.lexicon.Lexicon;
import io.emaki.intent.embedded.lexicon.Rule;
import io.emaki.intent.embedded.lexicon.Subject;
import io.emaki.intent.embedded.text.Passage.Kind;
import java.util.regex.Pattern;

/** Decides whether the one who acts is the persona. In a user turn "you" is the persona; in a persona turn it is the user. */
final class Actor {

    private final String speaker;
    private final boolean thirdIsAnother;

    private final Pattern together;
    private final Pattern anyone;

    /** Who "she" or nobody at all stands for in narration; a narration starts with its persona. */
    private boolean personaSpokenOf;
    /** Whether a narrator has named the persona at all; before that, nobody in particular acts. */
    private boolean mentioned;

    Actor(TurnText turn, Lexicon lexicon) {
        this.anyone = Pattern.compile(
                "[" + lexicon.tags("name") + lexicon.tags("he") + lexicon.tags("you") + lexicon.tags("we") + "]");
        this.together = Pattern.compile("[" + lexicon.tags("you") + lexicon.tags("we") + "]");
        this.speaker = turn.speaker();
        this.personaSpokenOf = !speaker.equals("user");
        this.thirdIsAnother = speaker.equals("persona") && turn.text().matches("(?s).*[（*][^）*]*我[^）*]*[）*].*")
                || speaker.equals("user")
                        && (turn.text().matches("(?s).*[（*][^）*]*你[^）*]*[）*].*")
                                || turn.text().contains("我"));
    }

    /** To be told of each sentence before its verbs. */
    void hear(String sentence) {
        mentioned |= !speaker.equals("narrator") || anyone.matcher(sentence).find();
    }

    void note(Subject subject, Kind kind) {
        if (kind != Kind.NARRATION || subject == Subject.NONE || subject == Subject.THIRD) {
            return;
        }
        personaSpokenOf = switch (subject) {
            case NAMED, WE -> true;
            case SECOND -> !speaker.equals("persona");
            case FIRST -> speaker.equals("persona");
            default -> speaker.equals("persona") && personaSpokenOf;
        };
    }

    /** Whether the user or the narrator moves the persona along: a sentence, or clause, that speaks of "you" or "us". */
    boolean leads(String sentence, int verb, Kind kind) {
        return switch (speaker) {
            case "user" -> kind != Kind.HEADER && together.matcher(sentence).find();
            case "narrator" ->
                kind == Kind.NARRATION
                        && together.matcher(sentence.substring(Clauses.start(sentence, verb), verb))
                                .find();
            default -> false;
        };
    }

    boolean isPersona(Subject subject, Kind kind, Rule rule) {
        boolean persona = speaker.equals("persona");
        boolean told = kind == Kind.NARRATION;
        return switch (subject) {
            case NAMED -> told || !persona;
            case FIRST -> persona;
            case SECOND -> !persona && told || rule.is("shared") && told;
            case WE -> rule.is("shared") || rule.axis() == Axis.POSE;
            case THIRD -> told && !thirdIsAnother && (!speaker.equals("narrator") || personaSpokenOf);
            case OTHER -> false;
            case NONE ->
                kind == Kind.HEADER
                        || told && mentioned && (personaSpokenOf || persona)
                        || kind == Kind.SPEECH && (persona || rule.is("both"));
        };
    }
}
