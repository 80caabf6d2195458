package io.emaki.intent.embedded.chinese;

import io.emaki.intent.embedded.text.Passage.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what has happened from what is wished, planned, denied, remembered, asked or compared. */
final class Reality {

    /** How far a mark reaches. */
    private enum Scope {
        /** The whole turn. */
        TURN,
        /** Its sentence. */
        SENTENCE,
        /** Its sentence, if that is spoken. */
        SPOKEN,
        /** All that follows in its sentence, and its own clause. */
        ONWARD,
        /** Its clause. */
        CLAUSE,
        /** Its clause, if that is spoken. */
        SAID,
        /** What stands directly behind it. */
        BEFORE,
        /** What stands directly before it. */
        AFTER
    }

    private final Map<Scope, List<Pattern>> marks = new EnumMap<>(Scope.class);

    private Reality() {
        for (Scope scope : Scope.values()) {
            marks.put(scope, new ArrayList<>());
        }
    }

    static Reality read() {
        Reality reality = new Reality();
        try (InputStream in = Reality.class.getResourceAsStream("/io/emaki/intent/embedded/chinese/unreal.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks io/emaki/intent/embedded/chinese/unreal.txt");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(reality::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return reality;
    }

    private void add(String line) {
        int colon = line.indexOf(": ");
        Scope scope = Scope.valueOf(line.substring(0, colon).toUpperCase(java.util.Locale.ROOT));
        patterns(scope).add(Pattern.compile(line.substring(colon + 2).strip()));
    }

    private List<Pattern> patterns(Scope scope) {
        return marks.getOrDefault(scope, List.of());
    }

    boolean isStory(String turn) {
        return !occurs(Scope.TURN, turn);
    }

    boolean tellsFacts(String sentence, Kind kind) {
        return !occurs(Scope.SENTENCE, sentence) && !(kind == Kind.SPEECH && occurs(Scope.SPOKEN, sentence));
    }

    /** Whether what stands at {@code [start, end)} of a sentence has happened. */
    boolean happened(String sentence, Kind kind, int start, int end) {
        int clauseStart = Clauses.start(sentence, end - 1);
        int clauseEnd = Clauses.end(sentence, end);
        String clause = sentence.substring(clauseStart, clauseEnd);
        return !occurs(Scope.CLAUSE, clause)
                && !(kind == Kind.SPEECH && occurs(Scope.SAID, clause))
                && !occurs(Scope.ONWARD, sentence.substring(0, clauseEnd))
                && !endsWithMark(sentence.substring(clauseStart, end), Math.max(start, clauseStart) - clauseStart)
                && patterns(Scope.AFTER).stream()
                        .noneMatch(mark -> mark.matcher(sentence.substring(end)).lookingAt());
    }

    /** A mark before the match reaches into it, since a match may start before its verb. */
    private boolean endsWithMark(String clause, int matchStart) {
        for (Pattern mark : patterns(Scope.BEFORE)) {
            Matcher found = mark.matcher(clause);
            while (found.find()) {
                if (found.end() >= matchStart) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean occurs(Scope scope, String text) {
        return patterns(scope).stream().anyMatch(mark -> mark.matcher(text).find());
    }
}
