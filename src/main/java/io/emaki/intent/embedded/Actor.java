package io.emaki.intent.embedded;

import io.emaki.intent.embedded.lexicon.Rule;
import io.emaki.intent.embedded.lexicon.Subject;
import io.emaki.intent.embedded.text.Passage.Kind;

/** Decides whether the one who acts is the persona. In a user turn "you" is the persona; in a persona turn it is the user. */
final class Actor {

    private final String speaker;
    private final boolean dropsSubjects;
    /** Who "she" or nobody at all stands for in narration; a narration starts with its persona. */
    private boolean personaSpokenOf;

    Actor(String speaker, boolean dropsSubjects) {
        this.speaker = speaker;
        this.dropsSubjects = dropsSubjects;
        this.personaSpokenOf = !speaker.equals("user");
    }

    void note(Subject subject, Kind kind) {
        if (kind == Kind.NARRATION && (subject == Subject.NAMED || subject == Subject.OTHER)) {
            personaSpokenOf = subject == Subject.NAMED;
        }
    }

    boolean isPersona(Subject subject, Kind kind, Rule rule) {
        boolean persona = speaker.equals("persona");
        return switch (subject) {
            case NAMED -> kind != Kind.SPEECH || !persona;
            case FIRST -> persona && (kind == Kind.NARRATION || rule.is("speech"));
            case SECOND ->
                speaker.equals("user") && kind == Kind.NARRATION || speaker.equals("narrator") && rule.is("shared");
            case WE -> rule.is("shared");
            case THIRD -> kind == Kind.NARRATION && (!speaker.equals("narrator") || personaSpokenOf);
            case OTHER -> false;
            case NONE ->
                kind == Kind.HEADER
                        || kind == Kind.NARRATION && !speaker.equals("user") && personaSpokenOf
                        || kind == Kind.SPEECH && persona && dropsSubjects && rule.is("speech");
        };
    }
}
