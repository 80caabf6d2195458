package io.emaki.intent.embedded.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a passage at the ends of its sentences; the end marks stay with their sentence. */
public final class Sentences {

    private static final String ENDS = ".!?;…\n。！？；";
    private static final String EDGES = "*（）";
    /** Longer ones are cut, which bounds the work on a turn that never ends its sentence. */
    private static final int LONGEST = 400;

    private Sentences() {}

    /** @return passages of the same kind, without those that hold no letter */
    public static List<Passage> of(String text, Passage passage) {
        List<Passage> sentences = new ArrayList<>();
        int start = passage.start();
        for (int i = start; i < passage.end(); i++) {
            boolean last = i + 1 == passage.end();
            boolean edge = EDGES.indexOf(text.charAt(i)) >= 0;
            if (last || edge || i + 1 - start >= LONGEST || (ends(text, i) && !ends(text, i + 1))) {
                add(sentences, text, new Passage(passage.kind(), start, edge ? i : i + 1));
                start = i + 1;
            }
        }
        return sentences;
    }

    /** A full stop inside a number or an address ends nothing. */
    private static boolean ends(String text, int at) {
        return ENDS.indexOf(text.charAt(at)) >= 0
                && !(text.charAt(at) == '.'
                        && at + 1 < text.length()
                        && Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static void add(List<Passage> sentences, String text, Passage sentence) {
        if (text.substring(sentence.start(), sentence.end()).chars().anyMatch(Character::isLetterOrDigit)) {
            sentences.add(sentence);
        }
    }
}
