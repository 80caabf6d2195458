package io.emaki.intent.embedded.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times, weathers and lights that a text tells of, worded so that they can stand with a place. */
public final class Surroundings {

    public static final char BLANK = '\0';
    public static final String FILE = "surroundings.txt";

    private record Word(Pattern told, String wording) {}

    private final List<Word> words = new ArrayList<>();
    private final List<Pattern> ends = new ArrayList<>();

    private Surroundings() {}

    /**
     * Reads {@value #FILE} beside a class.
     *
     * @param wholeWords whether an expression only matches between the borders of words, for scripts with spaces
     */
    public static Surroundings beside(Class<?> owner, boolean wholeWords) {
        try (InputStream in = owner.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + owner.getName());
            }
            Surroundings all = new Surroundings();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> all.add(line, wholeWords));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private void add(String line, boolean wholeWords) {
        if (line.startsWith("!")) {
            ends.add(Pattern.compile(line.substring(1).strip()));
            return;
        }
        boolean known = line.startsWith("~");
        int equals = line.indexOf(" = ");
        String expression = line.substring(known ? 1 : equals + 3).strip();
        words.add(new Word(
                Pattern.compile(wholeWords ? "\\b(?:" + expression + ")\\b" : expression),
                known ? "" : line.substring(0, equals).strip()));
    }

    /** What a text tells of, in its order; empty when it tells that something is over. */
    public List<String> told(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (ends.stream().anyMatch(end -> end.matcher(lower).find())) {
            return List.of();
        }
        Map<Integer, String> found = new TreeMap<>();
        BitSet taken = new BitSet();
        for (Word word : words) {
            Matcher matcher = word.told().matcher(lower);
            while (matcher.find()) {
                boolean free = taken.get(matcher.start(), matcher.end()).isEmpty();
                if (free && !word.wording().isEmpty() && !found.containsValue(word.wording())) {
                    found.put(matcher.start(), word.wording());
                }
                taken.set(matcher.start(), matcher.end());
            }
        }
        return List.copyOf(found.values());
    }

    /** A scene with everything replaced by {@link #BLANK} that tells of time, weather or light: what is left names the place. */
    public String without(String scene) {
        String lower = scene.toLowerCase(Locale.ROOT);
        if (lower.length() != scene.length()) {
            return scene;
        }
        StringBuilder place = new StringBuilder(scene);
        for (Word word : words) {
            Matcher matcher = word.told().matcher(lower);
            while (matcher.find()) {
                for (int i = matcher.start(); i < matcher.end(); i++) {
                    place.setCharAt(i, BLANK);
                }
            }
        }
        return place.toString();
    }
}
