package io.emaki.intent.embedded.english;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Inflections of listed words: plurals of nouns, forms of verbs. Irregular past forms follow after a slash. */
final class EnglishForms {

    private EnglishForms() {}

    /** @param group classes of verbs start with {@code v_}, classes of nouns with {@code n_}; others are taken as they are */
    static List<String> of(String group, String entry) {
        if (group.startsWith("v_")) {
            return verb(entry);
        }
        return group.startsWith("n_") ? List.of(entry, plural(entry)) : List.of(entry);
    }

    private static String plural(String noun) {
        return noun.endsWith("s")
                        || noun.endsWith("o")
                        || noun.endsWith("x")
                        || noun.endsWith("ch")
                        || noun.endsWith("sh")
                ? noun + "es"
                : noun.endsWith("y") && !isVowel(noun, noun.length() - 2)
                        ? noun.substring(0, noun.length() - 1) + "ies"
                        : noun + "s";
    }

    private static List<String> verb(String entry) {
        String[] given = entry.split("/");
        int space = given[0].indexOf(' ');
        String verb = space < 0 ? given[0] : given[0].substring(0, space);
        String rest = space < 0 ? "" : given[0].substring(space);
        Set<String> forms = new LinkedHashSet<>(List.of(given));
        forms.add(plural(verb) + rest);
        String bare = verb.endsWith("ie")
                ? verb.substring(0, verb.length() - 2) + "y"
                : verb.endsWith("e") && !verb.endsWith("ee") ? verb.substring(0, verb.length() - 1) : verb;
        String last = doubles(verb) ? verb.substring(verb.length() - 1) : "";
        forms.add(bare + last + "ing" + rest);
        if (given.length == 1) {
            String past = verb.endsWith("y") && !isVowel(verb, verb.length() - 2)
                    ? verb.substring(0, verb.length() - 1) + "ied"
                    : verb.endsWith("e") ? verb + "d" : verb + last + "ed";
            forms.add(past + rest);
        }
        return List.copyOf(forms);
    }

    private static boolean doubles(String verb) {
        int end = verb.length() - 1;
        return end >= 2
                && !isVowel(verb, end)
                && isVowel(verb, end - 1)
                && !isVowel(verb, end - 2)
                && "wxy".indexOf(verb.charAt(end)) < 0;
    }

    private static boolean isVowel(String word, int at) {
        return at >= 0 && "aeiou".indexOf(word.charAt(at)) >= 0;
    }
}
