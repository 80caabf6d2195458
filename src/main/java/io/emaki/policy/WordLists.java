package io.emaki.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The word lists of all languages as one expression per topic; a text may mix languages. */
record WordLists(Map<Topic, Pattern> expressions) {

    private static final List<String> FILES = List.of("english.txt", "japanese.txt", "chinese.txt");

    static WordLists load() {
        Map<Topic, List<String>> alternatives = new EnumMap<>(Topic.class);
        for (String file : FILES) {
            Topic topic = null;
            for (String line : lines(file)) {
                if (line.startsWith("[")) {
                    topic = topic(file, line);
                } else if (topic == null) {
                    throw new IllegalStateException(file + " has a line before its first section: " + line);
                } else {
                    alternatives
                            .computeIfAbsent(topic, none -> new ArrayList<>())
                            .add(expression(line));
                }
            }
        }
        Map<Topic, Pattern> expressions = new EnumMap<>(Topic.class);
        alternatives.forEach((topic, lines) -> expressions.put(topic, expression(topic, lines)));
        return new WordLists(expressions);
    }

    Pattern of(Topic topic) {
        Pattern expression = expressions.get(topic);
        if (expression == null) {
            throw new IllegalStateException("no word list has a section [" + topic.section() + "]");
        }
        return expression;
    }

    private static Topic topic(String file, String line) {
        for (Topic topic : Topic.values()) {
            if (line.equals("[" + topic.section() + "]")) {
                return topic;
            }
        }
        throw new IllegalStateException(file + " has a section that nothing reads: " + line);
    }

    /** Latin words end at other characters than letters and digits; Chinese and Japanese ones have no ends. */
    private static String expression(String line) {
        boolean latin = line.chars().allMatch(character -> character < 0x80);
        return latin ? "(?<![a-z0-9])(?:" + line + ")(?![a-z0-9])" : "(?:" + line + ")";
    }

    private static Pattern expression(Topic topic, List<String> lines) {
        String any = "(?:" + String.join("|", lines) + ")";
        return Pattern.compile(
                switch (topic) {
                    case NEGATION -> any + " ?$";
                    case NEGATED_AFTER -> "^" + any;
                    default -> any;
                });
    }

    private static List<String> lines(String file) {
        try (InputStream in = WordLists.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks io/emaki/policy/" + file);
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
