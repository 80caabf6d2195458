package io.emaki.world;

/** One language's way to write captions and instructions; wording varies with the dice, meaning never does. */
sealed interface Phrasing permits EnglishPhrasing, JapanesePhrasing, ChinesePhrasing {

    /** @param complete whether every attribute is named; otherwise some are left out */
    String caption(Dice dice, Identity who, State state, boolean complete);

    /** Names only what differs; the states must differ. */
    String instruction(Dice dice, State from, State to);

    /** An instruction that spells out the whole wanted state. */
    String whole(Dice dice, Identity who, State state);

    static Phrasing in(Language language) {
        return switch (language) {
            case ENGLISH -> EnglishPhrasing.INSTANCE;
            case JAPANESE -> JapanesePhrasing.INSTANCE;
            case CHINESE -> ChinesePhrasing.INSTANCE;
        };
    }

    static String fill(String pattern, String... pairs) {
        String text = pattern;
        for (int i = 0; i < pairs.length; i += 2) {
            text = text.replace("{" + pairs[i] + "}", pairs[i + 1]);
        }
        return text;
    }
}
