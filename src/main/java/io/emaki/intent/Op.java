package io.emaki.intent;

/** What happens to the part of the appearance that an {@link Axis} names. */
public enum Op {
    /** The description takes the place of what was there. */
    SET,
    /** The description joins what was there. */
    ADD,
    /** What the description names is no longer there. */
    REMOVE
}
