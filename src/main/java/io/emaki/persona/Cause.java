package io.emaki.persona;

import java.util.UUID;

/**
 * What made a revision, in terms that mean nothing here.
 *
 * @param story the story it happened in
 * @param turn the turn that said so
 * @param swipe which of the turn's alternative texts, from 0
 */
public record Cause(UUID story, UUID turn, int swipe) {

    public Cause {
        if (swipe < 0) {
            throw new IllegalArgumentException("swipe must be at least 0, not " + swipe);
        }
    }
}
