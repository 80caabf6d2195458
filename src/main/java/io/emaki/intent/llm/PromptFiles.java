package io.emaki.intent.llm;

import io.emaki.intent.TurnText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /** Marks that fence material; inside it they are spaced out, so that nobody can close the fence from within. */
    private static final Pattern FENCE = Pattern.compile("<<<|>>>");

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
                "history", material(String.join("\n", asked.history())),
                "speaker", asked.speaker(),
                "text", material(asked.text()));
        return PLACEHOLDER
                .matcher(turn)
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
    }

    private static String material(String text) {
        return FENCE.matcher(text)
                .replaceAll(mark -> mark.group().charAt(0) + " " + mark.group().substring(1));
    }
}
