package io.emaki.intent.embedded.english;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Inflections of listed words: plurals of nouns, forms of verbs. */
final class EnglishForms {

    private static final Set<String> DOUBLING = Set.of("begin", "forget", "commit", "permit", "kidnap", "zigzag");

    private EnglishForms() {}

    static String plural(String noun) {
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

    /** All forms of a verb; irregular past forms follow after a slash. */
    static List<String> of(String entry) {
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
                && (syllables(verb) == 1 || verb.startsWith("un") && syllables(verb) == 2 || DOUBLING.contains(verb))
                && !isVowel(verb, end)
                && isVowel(verb, end - 1)
                && !isVowel(verb, end - 2)
                && "wxy".indexOf(verb.charAt(end)) < 0;
    }

    private static int syllables(String verb) {
        int count = 0;
        for (int i = 0; i < verb.length(); i++) {
            count += isVowel(verb, i) && !isVowel(verb, i - 1) && (i < verb.length() - 1 || count == 0) ? 1 : 0;
        }
        return count;
    }

    /** What follows "is" or "to be": "sitting". */
    static String gerund(String verb) {
        return of(verb + "/").stream()
                .filter(form -> form.endsWith("ing"))
                .findFirst()
                .orElse(verb);
    }

    private static boolean isVowel(String word, int at) {
        return at >= 0 && "aeiou".indexOf(word.charAt(at)) >= 0;
    }
}
