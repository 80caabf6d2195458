package io.emaki.intent.embedded.japanese;

import io.emaki.intent.Axis;
import io.emaki.intent.embedded.text.Passage.Kind;

/** Decides whether what a rule found is done by the persona, with it, or to it. */
final class Agency {

    private final String speaker;
    private final Looks looks;

    Agency(String speaker, Looks looks) {
        this.speaker = speaker;
        this.looks = looks;
    }

    /** Which rules count in which kind of passage. */
    boolean fits(Frame frame, Kind kind) {
        if (frame.is("sole") && looks.company() != 1) {
            return false;
        }
        if ((frame.is("given_wear") && !looks.isOffered("wear"))
                || (frame.is("given_main") && !looks.isOffered("main"))) {
            return false;
        }
        if (frame.is("narrator") && !speaker.equals("narrator")) {
            return false;
        }
        return switch (kind) {
            case HEADER -> frame.is("header");
            case SPEECH -> frame.is("speech") && !speaker.equals("narrator");
            case NARRATION -> !frame.is("header") && !frame.is("spoken");
            case OUTSIDE -> false;
        };
    }

    boolean isPersonas(Frame.Match match, Kind kind) {
        Frame frame = match.frame();
        Deed deed = match.deed();
        boolean makes = deed.tail().contains(" せる/") || deed.tail().contains(" させる/");
        if (makes && frame.is("actor")) {
            return frame.axis() != Axis.SCENE && deed.doer() != Who.PERSONA && looks.concerns(deed);
        }
        if (frame.is("actor") && frame.axis() == Axis.OUTFIT && deed.doer() != Who.PERSONA && kind == Kind.NARRATION) {
            return (deed.doer() == Who.OTHER || deed.doer() == Who.THING) && looks.concerns(deed);
        }
        if (frame.is("actor")) {
            return deed.doer() == Who.PERSONA || (deed.doer() == Who.TOGETHER && frame.axis() == Axis.POSE);
        }
        if (frame.is("shared")) {
            return deed.doer() == Who.PERSONA
                    || deed.doer() == Who.TOGETHER
                    || kind == Kind.HEADER
                    || (kind == Kind.SPEECH && frame.is("spoken"));
        }
        return !frame.is("other") || deed.doer() == Who.OTHER;
    }
}
