package io.emaki.intent.embedded.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words by class. Each class has one character of the private use area, which stands for any of its words in tagged text, so
 * that a rule is a short regular expression over classes.
 */
public final class Lexicon {

    private static final char FIRST_TAG = '\uE000';
    /** Classes whose words are known for one turn only. */
    private static final Set<String> NAMES = Set.of("name", "namec", "nameother");

    private final Map<String, Character> tags = new HashMap<>();
    private final Node root = new Node();
    private final boolean wholeWords;

    private static final class Node {
        final Map<Character, Node> next = new HashMap<>();
        char tag;
    }

    /** @param wholeWords whether words stand between characters that are no letters, as in English */
    public Lexicon(Map<String, Set<String>> wordsByClass, boolean wholeWords) {
        this.wholeWords = wholeWords;
        NAMES.forEach(this::register);
        wordsByClass.forEach((name, words) -> {
            char tag = register(name);
            words.forEach(word -> add(word, tag));
        });
    }

    private char register(String name) {
        return tags.computeIfAbsent(name, any -> (char) (FIRST_TAG + tags.size()));
    }

    /**
     * The character that stands for a class.
     *
     * @throws IllegalArgumentException if there is no such class
     */
    public char tag(String name) {
        Character tag = tags.get(name);
        if (tag == null) {
            throw new IllegalArgumentException("no word list " + name);
        }
        return tag;
    }

    /** Of a word listed in two classes the first one counts. */
    private void add(String word, char tag) {
        Node node = root;
        for (char letter : word.toCharArray()) {
            node = node.next.computeIfAbsent(letter, any -> new Node());
        }
        node.tag = node.tag == 0 ? tag : node.tag;
    }

    /**
     * Replaces every listed word by its class, the longest word first.
     *
     * @param text what is to be tagged
     * @param names words that are known for this turn only, by class
     */
    public TaggedText tag(SourceText text, Map<String, List<String>> names) {
        String letters = text.letters();
        TaggedText.Builder tagged = new TaggedText.Builder(text);
        for (int i = 0; i < letters.length(); ) {
            int end = i;
            char found = 0;
            for (Map.Entry<String, List<String>> entry : names.entrySet()) {
                for (String name : entry.getValue()) {
                    if (i + name.length() > end
                            && letters.startsWith(name, i)
                            && bounded(letters, i, i + name.length())) {
                        end = i + name.length();
                        found = tag(entry.getKey());
                    }
                }
            }
            Node node = root;
            for (int at = i; at < letters.length(); at++) {
                node = node.next.get(letters.charAt(at));
                if (node == null) {
                    break;
                }
                if (node.tag != 0 && at + 1 > end && bounded(letters, i, at + 1)) {
                    end = at + 1;
                    found = node.tag;
                }
            }
            if (found == 0) {
                tagged.keep(i++);
            } else {
                tagged.tag(found, i, end);
                i = end;
            }
        }
        return tagged.build();
    }

    private boolean bounded(String letters, int start, int end) {
        return !wholeWords
                || ((start == 0 || !Character.isLetterOrDigit(letters.charAt(start - 1)))
                        && (end == letters.length() || !Character.isLetterOrDigit(letters.charAt(end))));
    }
}
