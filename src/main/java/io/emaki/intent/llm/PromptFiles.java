package io.emaki.intent.llm;

import io.emaki.intent.TurnText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two prompts of the detector.
 *
 * @param system rules, the same for every turn
 * @param turn the turn's material, with words in braces to fill in
 */
record PromptFiles(String system, String turn) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final int MOST_TURNS = 6;
    private static final int MOST_LETTERS = 6_000;

    /** Marks that fence material; inside it they are spaced out, so that nobody can close the fence from within. */
    private static final Pattern FENCE = Pattern.compile("<{3,}|>{3,}");

    /** @throws IllegalStateException naming the file that cannot be read */
    static PromptFiles read(Path promptsFolder) {
        return new PromptFiles(
                text(promptsFolder.resolve("detector/system.md")), text(promptsFolder.resolve("detector/turn.md")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the detector prompt " + file.toAbsolutePath().normalize()
                            + " cannot be read; emaki.prompts-dir names the folder of prompts",
                    e);
        }
    }

    String fill(TurnText asked) {
        Map<String, String> words = Map.of(
                "name", material(asked.persona().name()),
                "outfit", material(asked.persona().outfit()),
                "scene", material(asked.persona().scene()),
                "pose", material(asked.persona().pose()),
                "companions", material(String.join("; ", asked.persona().companions())),
                "history", material(recent(asked.history())),
                "speaker", asked.speaker(),
                "text", material(asked.text()));
        return PLACEHOLDER
                .matcher(turn)
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
    }

    /** The latest turns that fit: a model is paid by the word, and what they changed is in the appearance already. */
    private static String recent(List<String> history) {
        Deque<String> window = new ArrayDeque<>();
        int letters = 0;
        for (String line : history.reversed()) {
            letters += line.length();
            if (window.size() == MOST_TURNS || letters > MOST_LETTERS) {
                break;
            }
            window.addFirst(line);
        }
        return String.join("\n", window);
    }

    private static String material(String text) {
        return FENCE.matcher(text)
                .replaceAll(marks -> String.join(" ", marks.group().split("")));
    }
}
