package io.emaki.intent.embedded.english;

import io.emaki.intent.embedded.english.TokenPattern.Match;
import java.util.regex.Pattern;

/** Words things so that they can follow "a picture of" or "change the pose to". */
final class Phrases {

    private static final int LONGEST = 16;
    /** "Sitting down" is on its way; a picture shows who sits. */
    private static final Pattern SETTLED = Pattern.compile("^(sitting|kneeling|lying|crouching) (?:back )?down\\b");

    private final String text;
    private final Vocabulary vocabulary;

    Phrases(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /** A noun with what stands before it and what "of", "with" or "in" adds to it, without an article. */
    String noun(Sentence sentence, int at) {
        int start = at;
        while (start > 0
                && at - start < 6
                && !sentence.isAny(start - 1, "limit", "det")
                && !sentence.word(start - 1).equals("'s")
                && !(sentence.is(start - 1, "verb") && !describes(sentence, start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < sentence.size()
                && end <= at + 2
                && (sentence.isAny(end, "garment", "place", "fabric") && !sentence.is(end, "verb")
                        || sentence.is(at, "being") && sentence.is(end, Vocabulary.OTHER_NAME))) {
            end++;
        }
        if (end < sentence.size()
                && (sentence.word(end).equals("of") || sentence.word(end).equals("with"))) {
            int more = end + 1;
            while (more < sentence.size()
                    && more < end + 7
                    && !sentence.isAny(more, "mark", "clause", "aux")
                    && !(sentence.is(more, "prep"))) {
                more++;
            }
            end = more;
        }
        return words(sentence, start, end);
    }

    private static boolean describes(Sentence sentence, int at) {
        return sentence.isAny(at, "noun", "adjective")
                || sentence.word(at).endsWith("ed")
                || sentence.word(at).endsWith("ing") && at > 0 && sentence.isAny(at - 1, "det", "adjective");
    }

    /** A match as it stands, or up to the end of its clause. */
    String clause(Sentence sentence, Match match, boolean tail, boolean action) {
        int end = match.end();
        while (tail
                && end < sentence.size()
                && end - match.start() < LONGEST
                && !sentence.isAny(end, "mark")
                && !(sentence.is(end, "clause") && end > match.start() + 1)) {
            end++;
        }
        int start = match.start();
        while (start < match.end() - 1 && sentence.isAny(start, "mark", "clause", "with")) {
            start++;
        }
        String verb = vocabulary.verb(sentence.word(start));
        if (action && !verb.isEmpty() && !sentence.isAny(start, "noun", "posed") && sentence.is(start, "verb")
                || action && sentence.is(start, "arms")) {
            String rest = start + 1 < end ? " " + words(sentence, start + 1, end) : "";
            return SETTLED.matcher(EnglishForms.gerund(verb) + rest).replaceFirst("$1");
        }
        return words(sentence, start, end);
    }

    /** A whole sentence without the marks at its ends. */
    String sentence(Sentence sentence) {
        int start = 0;
        int end = sentence.size();
        while (start < end && sentence.isAny(start, "mark", "clause")) {
            start++;
        }
        while (end > start && sentence.is(end - 1, "mark")) {
            end--;
        }
        return words(sentence, start, end);
    }

    private String words(Sentence sentence, int start, int end) {
        StringBuilder words = new StringBuilder();
        for (int i = start; i < end; i++) {
            Token token = sentence.tokens().get(i);
            boolean attached = token.word().startsWith("'")
                    || sentence.word(i).equals("n't")
                    || sentence.is(i, "mark") && !sentence.word(i).equals("-");
            String word = sentence.isAny(i, "my", "your") ? "the" : text.substring(token.start(), token.end());
            words.append(words.isEmpty() || attached ? "" : " ").append(word);
        }
        return words.toString();
    }
}
