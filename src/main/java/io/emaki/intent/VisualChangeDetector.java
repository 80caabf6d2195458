package io.emaki.intent;

/** Finds the changes that a turn has made to its persona by the time it ends. Safe for use by several threads. */
public interface VisualChangeDetector {

    /** Never fails because of what the turn says; a turn that cannot be understood changes nothing. */
    Detection detect(TurnText turn);
}
