package io.emaki.intent.embedded.english;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The vocabulary, the rules of changes, and the marks of what has not happened, by where they matter. */
record RuleBook(Vocabulary vocabulary, List<Rule> rules, Map<String, List<TokenPattern>> unreal) {

    private static final Pattern RULE = Pattern.compile("(\\w+) (\\w+)((?: \\w+)*)(?: \"([^\"]*)\")?: (.+)");
    private static final Pattern UNREAL = Pattern.compile("unreal (\\w+): (.+)");
    private static final List<String> RULE_FILES =
            List.of("unreal.txt", "outfit.txt", "companion.txt", "scene.txt", "pose.txt");

    static RuleBook read() {
        Vocabulary vocabulary = new Vocabulary();
        words(vocabulary, "nouns.txt");
        words(vocabulary, "places.txt");
        words(vocabulary, "small.txt");
        words(vocabulary, "verbs.txt");
        for (String mark : List.of(",", ";", ":", ".", "!", "?", "\"", "(", ")", "-", ">", "[", "]")) {
            vocabulary.add(mark, "mark");
            vocabulary.add(mark, "limit");
            if (!List.of(",", "-", "\"", ">").contains(mark)) {
                vocabulary.add(mark, "hard");
            }
        }
        List<String> lines = RULE_FILES.stream()
                .flatMap(file -> Resources.lines(file).stream())
                .toList();
        Set<String> spelledOut = new TreeSet<>();
        lines.forEach(line -> spelledOut.addAll(PatternParser.spelledOut(line.substring(line.indexOf(": ") + 2))));
        for (String literal : spelledOut) {
            String word = literal.substring(1);
            if (literal.startsWith("=")) {
                vocabulary.add(word, literal);
            } else if (vocabulary.verb(word).isEmpty()) {
                EnglishForms.of(word).forEach(form -> vocabulary.addVerb(form, word));
            }
        }
        vocabulary.close();
        PatternParser parser = new PatternParser(vocabulary);
        List<Rule> rules = new ArrayList<>();
        Map<String, List<TokenPattern>> unreal = new HashMap<>();
        for (String line : lines) {
            Matcher mark = UNREAL.matcher(line);
            Matcher parts = RULE.matcher(line);
            if (mark.matches()) {
                unreal.computeIfAbsent(mark.group(1), any -> new ArrayList<>()).add(parser.parse(mark.group(2)));
            } else if (parts.matches()) {
                rules.add(new Rule(
                        Axis.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                        Op.valueOf(parts.group(2).toUpperCase(Locale.ROOT)),
                        Set.of(parts.group(3).strip().split(" ")),
                        parts.group(4) == null ? "" : parts.group(4),
                        parser.parse(parts.group(5))));
            } else {
                throw new IllegalStateException("not a rule: " + line);
            }
        }
        return new RuleBook(vocabulary, rules, unreal);
    }

    private static void words(Vocabulary vocabulary, String file) {
        List<String> groups = List.of();
        boolean plurals = false;
        Map<String, String> irregular = new HashMap<>();
        for (String line : Resources.lines(file)) {
            for (String entry : line.substring(line.indexOf(':') + 1).split(",")) {
                if (entry.indexOf('/') > 0) {
                    irregular.put(entry.strip().split("/")[0], entry.strip());
                }
            }
        }
        for (String line : Resources.lines(file)) {
            String words = line;
            if (!line.startsWith(" ")) {
                String head = line.substring(0, line.indexOf(':'));
                plurals = head.endsWith("*");
                groups = List.of(head.replace("*", "").strip().split(" "));
                words = line.substring(head.length() + 1);
            }
            for (String part : words.split(",")) {
                String word = part.strip();
                if (!word.isEmpty()) {
                    for (String form : forms(file, word, plurals, irregular)) {
                        addAll(vocabulary, file, form, word, groups);
                    }
                }
            }
        }
    }

    private static List<String> forms(String file, String word, boolean plurals, Map<String, String> irregular) {
        return file.equals("verbs.txt")
                ? EnglishForms.of(irregular.getOrDefault(word, word))
                : plurals ? List.of(word, EnglishForms.plural(word)) : List.of(word);
    }

    private static void addAll(Vocabulary vocabulary, String file, String form, String word, List<String> groups) {
        groups.forEach(group -> vocabulary.add(form, group));
        if (file.equals("verbs.txt")) {
            vocabulary.addVerb(form, word.split("/")[0]);
            return;
        }
        if (groups.contains("prep")
                || groups.contains("conj")
                || groups.contains("aux")
                || groups.contains("i")
                || groups.contains("he")
                || groups.contains("they")
                || groups.contains("we")
                || groups.contains("you")
                || groups.contains("him")
                || groups.contains("me")
                || groups.contains("them")
                || groups.contains("us")
                || groups.contains("modal")) {
            vocabulary.add(form, "limit");
        }
        if (!file.equals("small.txt")) {
            vocabulary.add(form, "noun");
            if (groups.stream().anyMatch(Set.of("person", "animal", "machine", "spirit")::contains)) {
                vocabulary.add(form, "being");
            }
        }
    }
}
