package io.emaki.intent.embedded.english;

/** Who a clause says something of. */
enum Party {
    PERSONA,
    /** "We", or those two together. */
    SHARED,
    USER,
    COMPANION,
    OTHER,
    /** No living being. */
    THING,
    /** The clause does not say. */
    NONE
}
