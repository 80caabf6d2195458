package io.emaki.intent;

/** Who reads turns. */
public enum DetectorKind {
    /** Rules in this process; no network. */
    EMBEDDED,
    /** A language model behind an OpenAI-compatible address, with {@link #EMBEDDED} for turns that it fails on. */
    LLM
}
