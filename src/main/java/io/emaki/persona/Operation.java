package io.emaki.persona;

/** What a change does to its facet. */
public enum Operation {
    SET,
    ADD,
    REMOVE;

    /** Outfits can be set, added to and taken from; scenes and poses only set; companions come and go. */
    public boolean appliesTo(Facet facet) {
        return switch (facet) {
            case OUTFIT -> true;
            case SCENE, POSE -> this == SET;
            case COMPANION -> this != SET;
        };
    }
}
