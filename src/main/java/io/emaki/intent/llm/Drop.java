package io.emaki.intent.llm;

/** Why an entry of an answer is left out. */
enum Drop {
    /** The axis is none, or has no such op. */
    AXIS,
    /** Somebody else changes. */
    SUBJECT,
    /** The turn does not say so, or only where it speaks to nobody in the story. */
    EVIDENCE,
    /** It cannot be drawn from. */
    DESCRIPTION,
    /** A companion leaves who was not there. */
    ABSENT,
    /** There is one of that axis and op already. */
    REPEATED
}
