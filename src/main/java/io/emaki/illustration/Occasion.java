package io.emaki.illustration;

/** Why an edit is due. */
public enum Occasion {
    /** The story changed how the persona looks; cooldown and budgets apply. */
    CHANGE,
    /** Somebody asked for the picture; it is made at once. */
    REQUEST,
    /** A chapter begins; the edit starts from the identity picture. */
    CHAPTER;

    boolean isLimited() {
        return this == CHANGE;
    }
}
