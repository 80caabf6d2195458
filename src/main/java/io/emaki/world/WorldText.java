package io.emaki.world;

/** Captions and instructions; the same text for the same arguments. */
public final class WorldText {

    private WorldText() {}

    /** @param complete whether every attribute is named; otherwise some are left out */
    public static String caption(Identity who, State state, Language language, long seed, boolean complete) {
        return Phrasing.in(language).caption(new Dice(seed), who, state, complete);
    }

    /** @throws IllegalArgumentException when the states are equal, since there is nothing to instruct */
    public static String instruction(State from, State to, Language language, long seed) {
        if (from.equals(to)) {
            throw new IllegalArgumentException("to: equals from, so there is nothing to instruct");
        }
        return Phrasing.in(language).instruction(new Dice(seed), from, to);
    }

    /** The wording of a fresh start from the identity's reference: the whole wanted state. */
    public static String whole(Identity who, State state, Language language, long seed) {
        return Phrasing.in(language).whole(new Dice(seed), who, state);
    }
}
