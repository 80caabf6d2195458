package io.emaki.persona;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares short descriptions such as "her red coat" and "a coat", in scripts with and without spaces. */
final class Phrase {

    private static final Pattern LEADING = Pattern.compile(
            "^(?:(?:an?|the|his|her|their|my|your|its|our|some|one|this|that|pair of)\\s+)+", Pattern.UNICODE_CASE);
    private static final Pattern EDGES = Pattern.compile("^[\\p{P}\\s]+|[\\p{P}\\s]+$");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> SMALL = Set.of("of", "with", "and", "in", "on", "from", "to");
    private static final double SAME_THING = 0.5;

    private Phrase() {}

    /** Equal for phrases that differ only in case, width, articles, possessives and punctuation at the ends. */
    static String key(String phrase) {
        String text = Normalizer.normalize(phrase, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text = EDGES.matcher(text).replaceAll("").replaceAll("\\s+", " ");
        return LEADING.matcher(text).replaceFirst("");
    }

    static boolean isSpaceless(String phrase) {
        return phrase.codePoints().anyMatch(point -> switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        });
    }

    /** How surely {@code named} means {@code present}: 0 for something else, up to 1. */
    static double match(String named, String present) {
        String a = key(named);
        String b = key(present);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.equals(b)) {
            return 1;
        }
        double score = isSpaceless(a) || isSpaceless(b) ? sharedRun(a, b) : sharedWords(a, b);
        return score < SAME_THING ? 0 : score * 0.99;
    }

    /** The longest text that both hold, as a share of the shorter one: without spaces there are no words to compare. */
    private static double sharedRun(String a, String b) {
        int longest = 0;
        for (int i = 0; i < a.length(); i++) {
            for (int j = 0; j < b.length(); j++) {
                int run = 0;
                while (i + run < a.length() && j + run < b.length() && a.charAt(i + run) == b.charAt(j + run)) {
                    run++;
                }
                longest = Math.max(longest, run);
            }
        }
        return (double) longest / Math.min(a.length(), b.length());
    }

    /** The last word of an English noun phrase says what the thing is, so sharing it outweighs every other word. */
    private static double sharedWords(String a, String b) {
        Set<String> first = words(a);
        Set<String> second = words(b);
        Set<String> shared = new LinkedHashSet<>(first);
        shared.retainAll(second);
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        if (all.isEmpty()) {
            return 0;
        }
        boolean sameHead = second.contains(head(a)) || first.contains(head(b));
        double overlap = (double) shared.size() / all.size();
        return sameHead ? SAME_THING + overlap / 2 : overlap / 2;
    }

    /** Whether a text names somebody: all words of the name, or the name itself in scripts without spaces. */
    static boolean names(String text, String name) {
        String wanted = key(name);
        if (wanted.isEmpty()) {
            return false;
        }
        return isSpaceless(name) ? key(text).contains(wanted) : (" " + key(text) + " ").contains(" " + wanted + " ");
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : NO_LETTER.split(text)) {
            if (!word.isEmpty() && !SMALL.contains(word)) {
                words.add(singular(word));
            }
        }
        return words;
    }

    /** "coat" in "coat of wool" and in "red coat". */
    private static String head(String text) {
        String phrase = text.split(" (?:of|with|in|on|from) ", 2)[0];
        String[] words = NO_LETTER.split(phrase);
        return words.length == 0 ? "" : singular(words[words.length - 1]);
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
