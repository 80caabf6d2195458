package io.emaki.intent.embedded.japanese;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words by class, of {@code words.txt}: {@code class: word, word}, continued on indented lines. A noun is of a class as well
 * where its end is listed: with two letters and more in any case, with one only where the list says so by {@code *}.
 */
final class Lists {

    private final Map<String, Set<String>> classes = new HashMap<>();

    static Lists read() {
        Lists lists = new Lists();
        String current = "";
        for (String line : lines("words.txt")) {
            int colon = line.startsWith(" ") ? -1 : line.indexOf(':');
            current = colon < 0 ? current : line.substring(0, colon);
            Set<String> words = lists.classes.computeIfAbsent(current, any -> new HashSet<>());
            for (String word : line.substring(colon + 1).split("[,、]")) {
                if (!word.isBlank()) {
                    words.add(word.strip());
                }
            }
        }
        return lists;
    }

    static List<String> lines(String file) {
        try (InputStream in = Lists.class.getResourceAsStream("/io/emaki/intent/embedded/japanese/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks io/emaki/intent/embedded/japanese/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The words of a class, as they are listed. */
    Set<String> words(String name) {
        Set<String> words = classes.get(name);
        if (words == null) {
            throw new IllegalStateException("no word list " + name);
        }
        return words;
    }

    boolean is(Noun noun, String name) {
        return is(noun.head(), name) || words(name).contains(noun.last());
    }

    boolean is(String head, String name) {
        Set<String> words = words(name);
        if (words.contains(head)) {
            return true;
        }
        for (int from = 1; from < head.length() - 1; from++) {
            if (words.contains(head.substring(from))) {
                return true;
            }
        }
        return head.length() > 1 && words.contains("*" + head.substring(head.length() - 1));
    }
}
