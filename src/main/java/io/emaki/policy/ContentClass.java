package io.emaki.policy;

/** What a description asks for, from the least to the most restricted. */
public enum ContentClass {
    /** Nothing to note. */
    EVERYDAY,
    /** Combat, blood, drink, swimwear, kisses, baths: drawn of everybody. */
    MILD,
    /** Nudity, sexual content, underwear: drawn only of attested adults of an operator who allows it. */
    MATURE,
    /** What would be mature, in a text that speaks of a minor: never drawn. */
    FORBIDDEN
}
