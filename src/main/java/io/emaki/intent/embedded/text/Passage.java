package io.emaki.intent.embedded.text;

/** A stretch {@code [start, end)} of a turn that is told in one way. */
public record Passage(Kind kind, int start, int end) {

    public enum Kind {
        /** Told as happening. */
        NARRATION,
        /** Spoken words, which may wish, plan or remember. */
        SPEECH,
        /** A scene header or message of the game, such as {@code [Location: docks]}. */
        HEADER,
        /** Out of character, or aimed at the software. */
        OUTSIDE
    }
}
