package io.emaki.intent.llm;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text to look for quotations in. Models copy letters, not code points, so width, kind and amount of white space, and case
 * do not count; what is found is given as it stands in the text.
 */
final class Quote {

    private final String text;
    private final StringBuilder plain = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    Quote(String text) {
        this.text = text;
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int start = characters.first();
        for (int end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
            append(text.substring(start, end), start, end);
        }
    }

    private void append(String character, int start, int end) {
        String plainCharacter = plain(character);
        if (plainCharacter.isBlank()) {
            if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                add(' ', start, end);
            }
            return;
        }
        for (int i = 0; i < plainCharacter.length(); i++) {
            add(plainCharacter.charAt(i), start, end);
        }
    }

    private void add(char character, int start, int end) {
        plain.append(character);
        starts.add(start);
        ends.add(end);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The part of the text that is quoted, exactly as it stands there; empty when it does not occur. */
    Optional<String> find(String quotation) {
        String wanted = new Quote(quotation.strip()).plain.toString().strip();
        int at = wanted.isEmpty() ? -1 : plain.indexOf(wanted);
        return at < 0
                ? Optional.empty()
                : Optional.of(text.substring(starts.get(at), ends.get(at + wanted.length() - 1)));
    }
}
