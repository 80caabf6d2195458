package io.emaki.intent.embedded.lexicon;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words by class. In tagged text one character of the private use area stands for a word and says which classes it is of, so
 * that a rule is a short regular expression over classes.
 */
public final class Lexicon {

    private static final char FIRST_TAG = '\uE000';
    /** Classes whose words are known for one turn only. */
    private static final Set<String> NAMES = Set.of("name", "namec", "nameother");

    private final Map<Object, Character> tags = new HashMap<>();
    private final Map<Character, Set<String>> classes = new LinkedHashMap<>();
    private final Node root = new Node();
    private final boolean wholeWords;

    private static final class Node {
        final Map<Character, Node> next = new HashMap<>();
        char tag;
    }

    /**
     * @param singles listed words that rules spell out; each gets a character of its own
     * @param wholeWords whether words stand between characters that are no letters, as in English
     */
    Lexicon(Map<String, Set<String>> wordsByClass, Set<String> singles, boolean wholeWords) {
        this.wholeWords = wholeWords;
        Map<String, Set<String>> classesByWord = new LinkedHashMap<>();
        wordsByClass.forEach((name, words) -> words.forEach(word ->
                classesByWord.computeIfAbsent(word, any -> new TreeSet<>()).add(name)));
        NAMES.forEach(name -> tag(Set.of(name), Set.of(name)));
        classesByWord.forEach((word, names) -> add(word, tag(singles.contains(word) ? word : names, names)));
    }

    private char tag(Object key, Set<String> names) {
        return tags.computeIfAbsent(key, any -> {
            char tag = (char) (FIRST_TAG + tags.size());
            classes.put(tag, names);
            return tag;
        });
    }

    private void add(String word, char tag) {
        Node node = root;
        for (char letter : word.toCharArray()) {
            node = node.next.computeIfAbsent(letter, any -> new Node());
        }
        node.tag = tag;
    }

    /**
     * All characters that stand for words of a class.
     *
     * @throws IllegalArgumentException if there is no such class
     */
    public String tags(String name) {
        StringBuilder found = new StringBuilder();
        classes.forEach((tag, names) -> found.append(names.contains(name) ? String.valueOf(tag) : ""));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no word list " + name);
        }
        return found.toString();
    }

    /** The classes that a character of tagged text stands for; none for a letter. */
    public Set<String> classesOf(char letter) {
        return classes.getOrDefault(letter, Set.of());
    }

    /**
     * Replaces every listed word by its character, the longest word first.
     *
     * @param names words that are known for this turn only, by class
     */
    public TaggedText tag(SourceText text, Map<String, List<String>> names) {
        String letters = text.letters();
        TaggedText.Builder tagged = new TaggedText.Builder(text);
        for (int i = 0; i < letters.length(); ) {
            Found found = longer(named(letters, i, names), listed(letters, i));
            if (found.end() == i) {
                tagged.keep(i++);
            } else {
                tagged.tag(found.tag(), i, found.end());
                i = found.end();
            }
        }
        return tagged.build();
    }

    private record Found(char tag, int end) {}

    private static Found longer(Found first, Found second) {
        return second.end() > first.end() ? second : first;
    }

    private Found named(String letters, int start, Map<String, List<String>> names) {
        Found best = new Found('\0', start);
        for (Map.Entry<String, List<String>> entry : names.entrySet()) {
            for (String name : entry.getValue()) {
                int end = start + name.length();
                if (end > best.end() && letters.startsWith(name, start) && bounded(letters, start, end)) {
                    best = new Found(tags(entry.getKey()).charAt(0), end);
                }
            }
        }
        return best;
    }

    private Found listed(String letters, int start) {
        Found best = new Found('\0', start);
        Node node = root;
        for (int at = start; at < letters.length(); at++) {
            node = node.next.get(letters.charAt(at));
            if (node == null) {
                break;
            }
            if (node.tag != 0 && bounded(letters, start, at + 1)) {
                best = new Found(node.tag, at + 1);
            }
        }
        return best;
    }

    private boolean bounded(String letters, int start, int end) {
        return !wholeWords
                || ((start == 0 || !Character.isLetterOrDigit(letters.charAt(start - 1)))
                        && (end == letters.length() || !Character.isLetterOrDigit(letters.charAt(end))));
    }
}
