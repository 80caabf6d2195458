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

    /** Who "she" or nobody at all stands for in narration; a narration starts with its persona. */
    private boolean personaSpokenOf;

    Actor(TurnText turn, Lexicon lexicon) {
        this.together = Pattern.compile("[" + lexicon.tags("you") + lexicon.tags("we") + "]");
        this.speaker = turn.speaker();
        this.personaSpokenOf = !speaker.equals("user");
        this.thirdIsAnother = speaker.equals("persona") && turn.text().matches("(?s).*[（*][^）*]*我[^）*]*[）*].*");
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

    /** Whether the user goes somewhere with the persona: a sentence of theirs that speaks of "you" or "us". */
    boolean leads(String sentence, Kind kind) {
        return speaker.equals("user")
                && (kind == Kind.NARRATION || kind == Kind.SPEECH)
                && together.matcher(sentence).find();
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
                        || told && (personaSpokenOf || persona)
                        || kind == Kind.SPEECH && (persona || rule.is("shared"));
        };
    }
}
