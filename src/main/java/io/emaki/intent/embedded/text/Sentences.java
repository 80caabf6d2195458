package io.emaki.intent.embedded.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a passage at the ends of its sentences; the end mark stays with its sentence. */
public final class Sentences {

    private static final Pattern SENTENCE =
            Pattern.compile("[^.!?;…\\n。！？；*（）]+(?:\\.(?=\\w)[^.!?;…\\n。！？；*（）]+)*[.!?;…。！？；]*");

    private Sentences() {}

    /** @return passages of the same kind, without those that hold no letter */
    public static List<Passage> of(String text, Passage passage) {
        List<Passage> sentences = new ArrayList<>();
        Matcher match = SENTENCE.matcher(text).region(passage.start(), passage.end());
        while (match.find()) {
            if (match.group().chars().anyMatch(Character::isLetterOrDigit)) {
                sentences.add(new Passage(passage.kind(), match.start(), match.end()));
            }
        }
        return sentences;
    }
}
