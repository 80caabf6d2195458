package io.emaki.policy;

import java.util.Locale;

/** A section of the word lists. */
enum Topic {
    NUDITY,
    SEXUAL,
    UNDERWEAR,
    /** Bare above the waist: nudity unless the text speaks of a man and of no woman. */
    TORSO,
    MALE,
    FEMALE,
    MINOR,
    MILD,
    /** Passages in which no hit counts. */
    HARMLESS,
    NEGATION,
    NEGATED_AFTER;

    String section() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
