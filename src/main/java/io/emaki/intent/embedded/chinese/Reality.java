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
        /** Its sentence and those after it, until they speak of who is there. */
        AWAY,
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

    private static final Pattern DONE = Pattern.compile("了|着|下来|下去|起来|完毕|就绪|搞定|我[把将]|[我咱]们?俩?[^，]{0,8}着");
    private static final Pattern OBEYS =
            Pattern.compile("(?<!不肯|没有|没|不|拒绝)(?:照办|照做|照着做|依言|依样|遵命照|听话地|乖乖地?听话|乖乖照|从命)(?!的话|吗|不了)");
    private static final Pattern OPEN =
            Pattern.compile("[吧吗呢？?]|太|真的?|好[看美漂热冷大多]|就[^，]{0,6}了$|^(?:快|来|去|给|把[^，]{1,8}[上下掉好开]$)");

    private static final Pattern DONNED = Pattern.compile("你[^，。]{0,4}(?:戴|穿|换|套|披)上?了[！!。…]");
    private static final Pattern COMPARED = Pattern.compile("(?:像|如同|好似|仿佛|宛如|好比|当成|当作|活似|似)[^，。]{0,6}$");
    private static final Pattern DISMISSES =
            Pattern.compile("(?:都|先|你们?|且)(?:都|先|且)?(?:下去|退下|出去|回去|回房|走|歇着|下班)(?:吧|罢|[。，！])|退下吧?[。！”）]|(?:自己|早点|快)回去吧"
                    + "|(?:示意|让|叫|打发|命|请)[^，。]{0,12}(?:出去|退下|下去|离开|回避)");
    private static final Pattern ASKED = Pattern.compile("换|穿|扮|试|打扮|变身|造型|衣服|装");
    private static final Pattern SHOWN = Pattern.compile(
            "转了?[个一]圈|(?:^|[。！!…）*])(?:[好行]了|好啦)[！!。]|(?:换|穿|拉)好[了啦]|当当|锵锵|铛铛|登登|睁眼吧?[！!。]|你睁眼|帘[^，。]{0,4}(?:掀|拉|开)|出来[，）*]|这身|亮相");

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

    /** Whether somebody who was asked about clothes presents them. */
    boolean shows(List<String> history, String turn) {
        return !history.isEmpty()
                && ASKED.matcher(history.getLast()).find()
                && SHOWN.matcher(turn).find();
    }

    /** Whether the user sees the persona put something on. */
    boolean donned(String turn) {
        return DONNED.matcher(turn).find();
    }

    /** Whether what follows in a clause is what something is compared with. */
    boolean compares(String before) {
        return COMPARED.matcher(before).find();
    }

    /** Whether somebody is told to leave. */
    boolean dismisses(String turn) {
        return DISMISSES.matcher(turn).find();
    }

    /** Whether somebody does as told, without a word of what that was. */
    boolean obeys(String sentence) {
        return OBEYS.matcher(sentence).find();
    }

    /** Whether a sentence tells of another place, of another time, or of a picture. */
    boolean isAway(String sentence) {
        return occurs(Scope.AWAY, sentence);
    }

    boolean tellsFacts(String sentence, Kind kind) {
        return !occurs(Scope.SENTENCE, sentence) && !(kind == Kind.SPEECH && occurs(Scope.SPOKEN, sentence));
    }

    /** Whether a clause of words that may be spoken as well as told says that its action is done. */
    boolean isDone(String sentence, int at) {
        String clause = sentence.substring(Clauses.start(sentence, at - 1), Clauses.end(sentence, at));
        return DONE.matcher(clause).find() && !OPEN.matcher(clause).find();
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
