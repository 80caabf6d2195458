package io.emaki.world;

/** What an edit must keep; each trait is one named component of {@link Identity}. */
public enum Trait {
    SKIN,
    HAIR_COLOUR,
    HAIR_STYLE,
    EYES,
    ACCESSORY;

    /** The identity's value of this trait. */
    public Enum<?> of(Identity identity) {
        return switch (this) {
            case SKIN -> identity.skin();
            case HAIR_COLOUR -> identity.hairColour();
            case HAIR_STYLE -> identity.hairStyle();
            case EYES -> identity.eyes();
            case ACCESSORY -> identity.accessory();
        };
    }
}
