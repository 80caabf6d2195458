package io.emaki.persona;

/** The sides of a persona's looks that a story can change. */
public enum Facet {
    OUTFIT,
    SCENE,
    POSE,
    COMPANION;
}
