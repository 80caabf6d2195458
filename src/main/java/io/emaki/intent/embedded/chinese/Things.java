package io.emaki.intent.embedded.chinese;

import java.util.Set;

/** The classes of words that name things and beings; all others are of verbs. */
final class Things {

    private static final Set<String> CLASSES = Set.of(
            "i", "you", "he", "we", "main", "upper", "wear", "place", "being", "time", "near", "weather", "lamp",
            "thing", "noise", "pos", "body", "furn", "limb", "vehicle", "sky", "trait");

    private Things() {}

    static boolean isThing(String group) {
        return CLASSES.contains(group);
    }
}
