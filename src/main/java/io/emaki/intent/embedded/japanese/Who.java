package io.emaki.intent.embedded.japanese;

/** Who does something. */
enum Who {
    PERSONA,
    /** The persona and others. */
    TOGETHER,
    OTHER,
    /** No living being. */
    THING
}
