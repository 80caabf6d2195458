package io.emaki.intent.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one language's speech says of itself.
 *
 * @param unreal found in sentences that ask, wish, plan, deny or remember
 * @param report found in sentences that say what has just been done
 * @param told found in narration without marks; {@code {name}} stands for the persona's name
 * @param small matches narration that cannot change a picture
 * @param elsewhere found at the beginning of narration about others
 */
record Speech(Pattern unreal, Pattern report, String told, Pattern small, Pattern elsewhere) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /** Repeated groups need stack for each repetition, and what is long is not small. */
    private static final int LONGEST_SMALL = 200;

    private static final Pattern SENTENCE = Pattern.compile("[^.!?。！？…\\n~～♪]+[.!?。！？…\\n~～♪]*");

    /** Reads a resource beside this class. */
    static Speech read(String name) {
        Map<String, List<String>> groups = groups(name);
        return new Speech(
                pattern(groups, "unreal"),
                pattern(groups, "report"),
                String.join("|", groups.getOrDefault("told", List.of())),
                pattern(groups, "small"),
                pattern(groups, "elsewhere"));
    }

    private static Pattern pattern(Map<String, List<String>> groups, String group) {
        return Pattern.compile(String.join("|", groups.getOrDefault(group, List.of())), FLAGS);
    }

    private static Map<String, List<String>> groups(String name) {
        Map<String, List<String>> groups = new HashMap<>();
        List<String> group = new ArrayList<>();
        for (String line : lines(name)) {
            if (line.matches("[a-z]+:")) {
                group = groups.computeIfAbsent(line.substring(0, line.length() - 1), key -> new ArrayList<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                group.add(line);
            }
        }
        return groups;
    }

    private static List<String> lines(String name) {
        InputStream stream = Speech.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the program lacks its resource " + name);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.readAllLines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether some sentence says as a fact that something has been done. */
    boolean reports(String speech, String persona) {
        Pattern telling = Pattern.compile(told.replace("{name}", Pattern.quote(persona)), FLAGS);
        return SENTENCE.matcher(speech)
                .results()
                .map(found -> found.group())
                .filter(sentence -> !unreal.matcher(sentence).find())
                .anyMatch(sentence -> report.matcher(sentence).find()
                        || telling.matcher(sentence).find());
    }

    /** Whether a narrator tells of somebody and somewhere else. */
    boolean isElsewhere(String story, String persona) {
        return elsewhere.matcher(story).find() && !story.contains(persona);
    }

    /** Whether narration is only a smile, a nod, a breath and the like. */
    boolean isSmall(String narration) {
        return narration.length() <= LONGEST_SMALL && small.matcher(narration).matches();
    }
}
