package io.emaki.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a persona wears, or who is with it, entry by entry. A text that names several things is taken apart, so that one of
 * them can go away later.
 */
final class Ledger {

    /** When a story piles up more than this, the oldest entry is forgotten: no picture shows so many things. */
    static final int MOST = 24;

    private static final Pattern COMMAS = Pattern.compile("\\s*[,;、，；]\\s*");
    private static final Pattern AND = Pattern.compile("\\s+(?:and|plus)\\s+(?=\\S)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING_AND = Pattern.compile("^(?:and|with|plus)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Set<String> COLOURS = Set.of(
            "black", "white", "red", "blue", "green", "yellow", "orange", "purple", "violet", "pink", "brown", "grey",
            "gray", "gold", "golden", "silver", "beige", "navy", "teal", "crimson", "cream", "dark", "light", "long",
            "short", "thick", "thin", "warm", "old", "new");

    private Ledger() {}

    /** The entries that a text names: "a white shirt, a skirt and boots" are three, "a black and white dress" is one. */
    static List<String> parse(String text) {
        List<String> entries = new ArrayList<>();
        for (String part : COMMAS.split(text)) {
            String rest = LEADING_AND.matcher(part.strip()).replaceFirst("");
            StringBuilder entry = new StringBuilder();
            for (String piece : AND.split(rest)) {
                if (!entry.isEmpty() && onlyAdjectives(entry.toString())) {
                    entry.append(" and ").append(piece);
                } else {
                    add(entries, entry);
                    entry.append(piece);
                }
            }
            add(entries, entry);
        }
        return List.copyOf(entries);
    }

    private static boolean onlyAdjectives(String text) {
        for (String word : Phrase.key(text).split(" ")) {
            if (!COLOURS.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static void add(List<String> entries, StringBuilder entry) {
        if (!entry.toString().isBlank()) {
            entries.add(entry.toString().strip());
        }
        entry.setLength(0);
    }

    static List<String> with(List<String> entries, String added) {
        List<String> result = new ArrayList<>(entries);
        for (String entry : parse(added)) {
            result.removeIf(present -> Phrase.key(present).equals(Phrase.key(entry)));
            result.add(entry);
        }
        return List.copyOf(result.subList(Math.max(0, result.size() - MOST), result.size()));
    }

    static List<String> without(List<String> entries, String removed) {
        List<String> result = new ArrayList<>(entries);
        for (String entry : parse(removed)) {
            int best = bestMatch(result, entry);
            if (best >= 0) {
                result.remove(best);
            }
        }
        return List.copyOf(result);
    }

    /** The later entry wins a tie: what was put on last is the likelier to come off. */
    private static int bestMatch(List<String> entries, String named) {
        int best = -1;
        double score = 0;
        for (int i = 0; i < entries.size(); i++) {
            double match = Phrase.match(named, entries.get(i));
            if (match > 0 && match >= score) {
                score = match;
                best = i;
            }
        }
        boolean otherScript =
                entries.size() == 1 && Phrase.isSpaceless(named) != Phrase.isSpaceless(entries.getFirst());
        return best < 0 && otherScript ? 0 : best;
    }

    static Set<String> keys(List<String> entries) {
        return entries.stream().map(Phrase::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Entries of {@code entries} that {@code others} has not. */
    static List<String> missingFrom(List<String> others, List<String> entries) {
        Set<String> known = keys(others);
        return entries.stream()
                .filter(entry -> !known.contains(Phrase.key(entry)))
                .toList();
    }
}
