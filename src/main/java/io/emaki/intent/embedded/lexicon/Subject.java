package io.emaki.intent.embedded.lexicon;

/** Who a clause says it of, as it is written; who that is depends on who speaks. */
public enum Subject {
    FIRST,
    SECOND,
    THIRD,
    WE,
    /** The persona's own name. */
    NAMED,
    /** Somebody or something else. */
    OTHER,
    /** The clause does not say. */
    NONE
}
