package io.emaki.persona;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What made a revision, in terms that mean nothing here.
 *
 * @param story the story it happened in; null for a request outside every story
 * @param turn the turn that said so, or after which it was asked for; null before the first turn
 * @param swipe which of the turn's alternative texts, from 0
 */
public record Cause(
        Kind kind, @Nullable UUID story, @Nullable UUID turn, int swipe) {

    /** Who said so. */
    public enum Kind {
        /** The text of a turn. */
        TURN,
        /** Somebody who asked for it outside the story's text. */
        REQUEST,
        /** A turn whose changes hold again after one before it was deleted. */
        REPLAY
    }

    public Cause {
        if (swipe < 0) {
            throw new IllegalArgumentException("swipe must be at least 0, not " + swipe);
        }
    }

    public static Cause turn(UUID story, UUID turn, int swipe) {
        return new Cause(Kind.TURN, story, turn, swipe);
    }

    /** Explicit requests are declined by nothing but the content policy. */
    boolean isExplicit() {
        return kind == Kind.REQUEST;
    }
}
