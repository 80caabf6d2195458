package io.emaki.intent.embedded;

import io.emaki.intent.embedded.lexicon.RuleBook;
import io.emaki.intent.embedded.text.Passage.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what has happened from what is wished, planned, denied, remembered or asked. */
final class Reality {

    private Reality() {}

    static boolean tellsFacts(RuleBook book, String sentence, Kind kind) {
        return !occurs(book.unrealAnywhere(), sentence)
                && !(kind == Kind.SPEECH && occurs(book.unrealSpeech(), sentence));
    }

    static boolean happened(RuleBook book, String sentence, int start, int end) {
        String before = sentence.substring(0, start);
        String after = sentence.substring(end);
        return book.unrealBefore().stream().noneMatch(mark -> endsWith(mark, before, sentence.substring(start, end)))
                && book.unrealAfter().stream()
                        .noneMatch(mark -> mark.matcher(after).lookingAt());
    }

    private static boolean endsWith(Pattern mark, String before, String match) {
        Matcher found = mark.matcher(before + match);
        while (found.find()) {
            if (found.end() >= before.length() && found.start() < before.length() + match.length()) {
                return true;
            }
        }
        return false;
    }

    private static boolean occurs(List<Pattern> marks, String sentence) {
        return marks.stream().anyMatch(mark -> mark.matcher(sentence).find());
    }
}
