package io.emaki.intent.embedded.lexicon;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code LANGUAGE/words.txt} ({@code class: word, word}, continued on indented lines) and {@code LANGUAGE/rules.txt}
 * ({@code axis op flags: pattern} and {@code unreal anywhere|before|after|speech: pattern}). In patterns of changes {@code @class} is
 * any word of that class, {@code $class} the same and the thing described, {@code ${one|other}} a word of either, {@code ~} up to 16 and {@code ~~} up to 45
 * characters of the same clause.
 */
public final class RuleReader {

    private static final Pattern CLASS = Pattern.compile("([@$])(?:(\\w+)|\\{([\\w|]+)})");
    private static final Pattern LINE = Pattern.compile("(\\w+) (\\w+)((?: \\w+)*): (.+)");

    private RuleReader() {}

    /** @param forms the forms in which a word of a class occurs in text */
    public static RuleBook read(String language, boolean wholeWords, BiFunction<String, String, List<String>> forms) {
        return read(language, "rules.txt", wholeWords, forms);
    }

    /**
     * Reads another set of rules over the same words.
     *
     * @param forms the forms in which a word of a class occurs in text; none for words that these rules spell out themselves
     */
    public static RuleBook read(
            String language, String rules, boolean wholeWords, BiFunction<String, String, List<String>> forms) {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        String current = "";
        for (String line : lines(language + "/words.txt")) {
            int colon = line.startsWith(" ") ? -1 : line.indexOf(':');
            current = colon < 0 ? current : line.substring(0, colon);
            for (String word : line.substring(colon + 1).split("[,、]")) {
                if (!word.isBlank()) {
                    words.computeIfAbsent(current, any -> new LinkedHashSet<>())
                            .addAll(forms.apply(current, word.strip()));
                }
            }
        }
        List<String> lines = lines(language + "/" + rules);
        Lexicon listed = new Lexicon(words, Set.of(), wholeWords);
        Set<String> spelledOut = new HashSet<>();
        lines.stream()
                .filter(line -> !line.startsWith("unreal"))
                .forEach(line -> spelledOut.addAll(RuleLiterals.words(listed, line.substring(line.indexOf(':')))));
        Lexicon lexicon = new Lexicon(words, spelledOut, wholeWords);
        RuleBook book = new RuleBook(
                lexicon, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        lines.forEach(line -> add(book, line));
        return book;
    }

    private static void add(RuleBook book, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("not a rule: " + line);
        }
        boolean unreal = parts.group(1).equals("unreal");
        Pattern pattern = unreal
                ? Pattern.compile(parts.group(4))
                : pattern(book.lexicon(), RuleLiterals.orTagged(book.lexicon(), parts.group(4)));
        if (!unreal) {
            book.rules()
                    .add(new Rule(
                            Axis.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                            Op.valueOf(parts.group(2).toUpperCase(Locale.ROOT)),
                            Set.of(parts.group(3).strip().split(" ")),
                            pattern,
                            pattern.pattern().contains("(?<o>")));
            return;
        }
        switch (parts.group(2)) {
            case "anywhere" -> book.unrealAnywhere().add(pattern);
            case "before" -> book.unrealBefore().add(pattern);
            case "after" -> book.unrealAfter().add(pattern);
            case "speech" -> book.unrealSpeech().add(pattern);
            default -> throw new IllegalStateException("not a rule: " + line);
        }
    }

    private static Pattern pattern(Lexicon lexicon, String written) {
        String gaps = written.replace("~~", "[^;,，。]{0,45}?").replace("~", "[^;,，。、]{0,16}?");
        return Pattern.compile(CLASS.matcher(gaps).replaceAll(found -> {
            StringBuilder tags = new StringBuilder();
            for (String name : (found.group(2) == null ? found.group(3) : found.group(2)).split("\\|")) {
                tags.append(lexicon.tags(name));
            }
            return found.group(1).equals("@") ? "[" + tags + "]" : "(?<o>[" + tags + "])";
        }));
    }

    private static List<String> lines(String file) {
        try (InputStream in = RuleReader.class.getResourceAsStream("/io/emaki/intent/embedded/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks io/emaki/intent/embedded/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
