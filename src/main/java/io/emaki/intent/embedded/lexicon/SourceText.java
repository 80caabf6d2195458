package io.emaki.intent.embedded.lexicon;

/**
 * A sentence in the form that word lists are written in, such as lower case or dictionary forms.
 *
 * @param from for each letter, where in the turn its word starts
 * @param to for each letter, where in the turn its word ends
 */
public record SourceText(String letters, int[] from, int[] to) {

    /** Letters that each stand for one character of the turn, from {@code start} on. */
    public static SourceText plain(String letters, int start) {
        int[] from = new int[letters.length()];
        int[] to = new int[letters.length()];
        for (int i = 0; i < from.length; i++) {
            from[i] = start + i;
            to[i] = start + i + 1;
        }
        return new SourceText(letters, from, to);
    }
}
