package io.emaki.intent.embedded.english;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words by class. All words of the same classes are of the same kind, a small number, so that a pattern is a sequence of sets of
 * kinds. {@code =word} is the class of a word that a rule spells out, {@code %verb} that of all forms of a verb.
 */
final class Vocabulary {

    static final String NAME = "name";
    static final String COMPANION = "companion";
    static final String OTHER_NAME = "other";
    static final String UNKNOWN = "unknown";

    private final Map<String, Set<String>> classesByWord = new HashMap<>();
    private final Map<String, String> verbs = new HashMap<>();
    private final Map<String, List<String[]>> phrases = new HashMap<>();
    private final Map<Set<String>, Integer> kinds = new HashMap<>();
    private final Map<String, Integer> kindByWord = new HashMap<>();
    private final Map<String, BitSet> kindsByClass = new HashMap<>();

    void add(String word, String group) {
        String parts = word.length() > 2 ? word.replace("'s", " 's") : word;
        classesByWord.computeIfAbsent(parts, any -> new TreeSet<>()).add(group);
    }

    void addVerb(String form, String verb) {
        add(form, "%" + verb);
        add(form, "verb");
        verbs.putIfAbsent(form, verb);
    }

    /** Nothing may be added after this. */
    void close() {
        classesByWord.forEach((word, groups) -> kindByWord.put(word, kind(groups)));
        for (String word : classesByWord.keySet()) {
            if (word.indexOf(' ') > 0) {
                phrases.computeIfAbsent(word.substring(0, word.indexOf(' ')), any -> new ArrayList<>())
                        .add(word.split(" "));
            }
        }
        phrases.values().forEach(list -> list.sort((one, other) -> other.length - one.length));
        for (String name : List.of(NAME, COMPANION, OTHER_NAME, UNKNOWN)) {
            kind(Set.of(name));
        }
        for (String ending : List.of("ing", "ed", "s", "ly")) {
            kind(Set.of(UNKNOWN, "-" + ending));
        }
    }

    private int kind(Set<String> groups) {
        return kinds.computeIfAbsent(groups, any -> {
            int kind = kinds.size();
            groups.forEach(group ->
                    kindsByClass.computeIfAbsent(group, none -> new BitSet()).set(kind));
            return kind;
        });
    }

    int kindOfClasses(String... groups) {
        return kinds.getOrDefault(Set.of(groups), 0);
    }

    boolean lists(String word) {
        return kindByWord.containsKey(word);
    }

    /** The kind of a lower-case word; unlisted ones are told apart by their endings. */
    int kindOf(String word) {
        Integer kind = kindByWord.get(word);
        if (kind != null) {
            return kind;
        }
        int hyphen = word.lastIndexOf('-');
        Integer last = hyphen > 0 ? kindByWord.get(word.substring(hyphen + 1)) : null;
        if (last != null) {
            return last;
        }
        if (hyphen < 0 && word.length() > 4) {
            for (String ending : List.of("ing", "ed", "ly", "s")) {
                if (word.endsWith(ending) && !word.endsWith("ss")) {
                    return kindOfClasses(UNKNOWN, "-" + ending);
                }
            }
        }
        return kinds.getOrDefault(Set.of(UNKNOWN), 0);
    }

    BitSet kindsOf(String group) {
        return kindsByClass.getOrDefault(group, new BitSet());
    }

    boolean is(int kind, String group) {
        BitSet found = kindsByClass.get(group);
        return found != null && found.get(kind);
    }

    /** The listed phrases that start with a word, longest first. */
    List<String[]> phrases(String first) {
        return phrases.getOrDefault(first, List.of());
    }

    /** The infinitive of a listed form of a verb, or an empty text. */
    String verb(String form) {
        return verbs.getOrDefault(form, "");
    }
}
