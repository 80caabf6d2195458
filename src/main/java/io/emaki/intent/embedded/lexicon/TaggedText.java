package io.emaki.intent.embedded.lexicon;

import java.util.Arrays;

/**
 * A sentence in which listed words are replaced by the character of their class.
 *
 * @param from for each character, where in the turn it starts
 * @param to for each character, where in the turn it ends
 * @param letters the sentence before its words were replaced
 * @param at for each character and for the end, where in {@code letters} it starts
 */
public record TaggedText(String text, int[] from, int[] to, String letters, int[] at) {

    static final class Builder {
        private final SourceText source;
        private final StringBuilder text = new StringBuilder();
        private final int[] from;
        private final int[] to;
        private final int[] at;

        Builder(SourceText source) {
            this.source = source;
            this.from = new int[source.letters().length()];
            this.to = new int[source.letters().length()];
            this.at = new int[source.letters().length() + 1];
        }

        void keep(int index) {
            add(source.letters().charAt(index), index, index + 1);
        }

        void tag(char tag, int start, int end) {
            add(tag, start, end);
        }

        private void add(char letter, int start, int end) {
            from[text.length()] = source.from()[start];
            to[text.length()] = source.to()[end - 1];
            at[text.length()] = start;
            text.append(letter);
        }

        TaggedText build() {
            at[text.length()] = source.letters().length();
            return new TaggedText(
                    text.toString(),
                    Arrays.copyOf(from, text.length()),
                    Arrays.copyOf(to, text.length()),
                    source.letters(),
                    Arrays.copyOf(at, text.length() + 1));
        }
    }
}
