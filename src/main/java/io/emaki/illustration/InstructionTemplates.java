package io.emaki.illustration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The sentences of {@code instructions.yaml}; words in braces are filled in. */
record InstructionTemplates(Wording en, Wording ja, Wording zh) {

    static final String FILE = "instructions.yaml";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** @throws IllegalStateException when the file is missing, is no YAML, or lacks or adds a sentence */
    static InstructionTemplates read(Path folder) {
        Path file = folder.resolve(FILE).toAbsolutePath().normalize();
        YAMLMapper yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        try {
            return yaml.readValue(Files.readString(file), InstructionTemplates.class);
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "the instruction templates " + file + " cannot be read; emaki.prompts-dir names their folder",
                    missing);
        } catch (JacksonException malformed) {
            throw new IllegalStateException(
                    "the instruction templates " + file + " are not usable: " + malformed.getOriginalMessage(),
                    malformed);
        }
    }

    Wording in(InstructionLanguage language) {
        return switch (language) {
            case EN -> en;
            case JA -> ja;
            case ZH -> zh;
        };
    }

    /** Fills the words in braces; a brace that is not named stays, and so does one that comes with a word. */
    static String fill(String template, Map<String, String> words) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
    }

    /** A sentence about something that may be unknown; empty when it is. */
    static String about(String template, String name, @Nullable String value) {
        return value == null || value.isBlank() ? "" : fill(template, Map.of(name, value));
    }
}
