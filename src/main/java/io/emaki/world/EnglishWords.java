package io.emaki.world;

import java.util.List;
import java.util.Locale;

/** English noun phrases for attribute values. */
final class EnglishWords {

    private EnglishWords() {}

    static String article(String noun) {
        return ("aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0 ? "an " : "a ") + noun;
    }

    /** Replaces a leading {@code ~} by the article that fits. */
    static String withArticle(String phrase) {
        return phrase.startsWith("~ ") ? article(phrase.substring(2)) : phrase;
    }

    static String outfit(Dice dice, Outfit outfit, OutfitColour colour) {
        return withArticle(Phrasing.fill(pick(dice, outfit.words()), "c", pick(dice, colour.words())));
    }

    static String outfit(Dice dice, Outfit outfit) {
        return withArticle(pick(dice, outfit.words()).replace("{c} ", ""));
    }

    /** "kimono", for use after a possessive. */
    static String garment(Dice dice, Outfit outfit) {
        return pick(dice, outfit.words()).replace("{c} ", "").replace("~ ", "");
    }

    static String colour(Dice dice, OutfitColour colour) {
        return pick(dice, colour.words());
    }

    /** "in a forest". */
    static String place(Dice dice, Scene scene) {
        return pick(dice, scene.words()).replace('@', ' ');
    }

    /** "a forest". */
    static String noun(Dice dice, Scene scene) {
        String phrase = pick(dice, scene.words());
        return phrase.substring(phrase.indexOf('@') + 1);
    }

    /** "at night". */
    static String when(Dice dice, TimeOfDay time) {
        return pick(dice, time.words());
    }

    static String noun(Dice dice, TimeOfDay time) {
        return dice.pick(
                switch (time) {
                    case DAY -> List.of("day", "daytime", "daylight");
                    case SUNSET -> List.of("sunset", "dusk", "evening");
                    case NIGHT -> List.of("night", "nighttime", "midnight");
                });
    }

    enum Form {
        PARTICIPLE,
        INFINITIVE,
        THIRD_PERSON
    }

    static String pose(Dice dice, Pose pose, Form form, Pronoun pronoun) {
        return Phrasing.fill(pick(dice, pose.words()).split(";")[form.ordinal()], "p", pronoun.possessive());
    }

    static String companion(Dice dice, Companion companion) {
        return withArticle(pick(dice, companion.words()));
    }

    /** "the dog". */
    static String theCompanion(Dice dice, Companion companion) {
        return pick(dice, companion.words()).replace("~ ", "the ");
    }

    static String hair(Dice dice, HairStyle style, HairColour colour) {
        return Phrasing.fill(pick(dice, style.words()), "c", pick(dice, colour.words()));
    }

    static String pick(Dice dice, Words words) {
        // The plain word half of the time: common wording deserves most of a small model's practice.
        return dice.chance(0.5) ? words.english().getFirst() : dice.pick(words.english());
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String list(List<String> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
