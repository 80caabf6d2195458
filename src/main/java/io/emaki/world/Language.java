package io.emaki.world;

/** The languages that captions and instructions are written in. */
public enum Language {
    ENGLISH,
    JAPANESE,
    CHINESE
}
