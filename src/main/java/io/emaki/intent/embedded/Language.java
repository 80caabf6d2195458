package io.emaki.intent.embedded;

import io.emaki.intent.TurnText;

/** The languages that the embedded detector reads, told apart by their scripts. */
enum Language {
    ENGLISH,
    JAPANESE,
    CHINESE;

    /** Kana settles it; Han letters without any are Chinese unless the persona's state is written with kana. */
    static Language of(TurnText turn) {
        if (turn.text().codePoints().anyMatch(Language::isKana)) {
            return JAPANESE;
        }
        if (turn.text().codePoints().noneMatch(Character::isIdeographic)) {
            return ENGLISH;
        }
        String state =
                turn.persona().outfit() + turn.persona().pose() + turn.persona().scene();
        return state.codePoints().anyMatch(Language::isKana) ? JAPANESE : CHINESE;
    }

    private static boolean isKana(int letter) {
        return letter >= 0x3041 && letter <= 0x30FA;
    }
}
