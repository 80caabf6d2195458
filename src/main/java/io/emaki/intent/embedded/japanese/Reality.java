package io.emaki.intent.embedded.japanese;

import io.emaki.intent.embedded.text.Passage.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells what has happened from what is wished, planned, denied, remembered, asked or compared; the marks are in {@code unreal.txt}. */
final class Reality {

    /** How far a mark reaches. */
    private enum Scope {
        /** The whole turn. */
        TURN,
        /** Its sentence and those after it, until they speak of the persona. */
        AWAY,
        /** Its sentence. */
        SENTENCE,
        /** Its sentence, if that is spoken. */
        SPOKEN,
        /** The verb that has it in its endings. */
        TAIL,
        /** The verb that it follows. */
        AFTER,
        /** The verb that it stands before in the same clause. */
        BEFORE,
        /** A spoken verb needs one of these. */
        DONE
    }

    private final Map<Scope, List<Pattern>> marks = new EnumMap<>(Scope.class);

    static Reality read() {
        Reality reality = new Reality();
        for (Scope scope : Scope.values()) {
            reality.marks.put(scope, new ArrayList<>());
        }
        for (String line : Lists.lines("unreal.txt")) {
            int colon = line.indexOf(": ");
            Scope scope = Scope.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
            reality.patterns(scope)
                    .add(Pattern.compile(line.substring(colon + 2).strip()));
        }
        return reality;
    }

    private List<Pattern> patterns(Scope scope) {
        return marks.getOrDefault(scope, List.of());
    }

    private boolean occurs(Scope scope, String text) {
        return patterns(scope).stream().anyMatch(mark -> mark.matcher(text).find());
    }

    boolean isStory(String turn) {
        return !occurs(Scope.TURN, turn);
    }

    boolean isAway(String sentence) {
        return occurs(Scope.AWAY, sentence);
    }

    boolean tellsFacts(String sentence, Kind kind) {
        return !occurs(Scope.SENTENCE, sentence) && !(kind == Kind.SPEECH && occurs(Scope.SPOKEN, sentence));
    }

    /** @param before the clause up to the verb */
    boolean happened(Deed deed, String before, Kind kind) {
        return !occurs(Scope.TAIL, deed.tail())
                && !occurs(Scope.AFTER, deed.after())
                && !occurs(Scope.BEFORE, before)
                && (kind != Kind.SPEECH || deed.names().contains("だ") || occurs(Scope.DONE, deed.tail()));
    }
}
