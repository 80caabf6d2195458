package io.emaki.intent;

/** Tells, without asking anybody, which turns surely change nothing. Safe for use by several threads. */
public interface TurnGate {

    /** Whether the turn may change the persona; true wherever that is in doubt. */
    boolean mayChange(TurnText turn);
}
