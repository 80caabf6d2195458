package io.emaki.intent.embedded.english;

/**
 * A word or mark of a turn.
 *
 * @param word in lower case
 * @param start where it starts in the turn
 * @param kind which classes it is of, as a number of the {@link Vocabulary}
 */
record Token(String word, int start, int end, int kind) {}
