package io.emaki.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A story with the changes that each of its turns is expected to make.
 *
 * @param title the story's title
 * @param persona who the pictures show
 * @param turns the turns in their order
 */
record DemoScript(String title, Cast persona, List<Turn> turns) {

    /** The persona before the first turn; {@code appearance} is passed to the service as it is. */
    record Cast(String name, String description, Looks appearance) {}

    record Looks(String outfit, String scene, String pose, List<String> companions) {}

    /**
     * One turn of the chat.
     *
     * @param speaker user, persona or narrator
     * @param gloss the text in English, for a machine without a font for the text's script
     * @param sameAppearanceAs number of an earlier turn whose appearance this turn returns to; 0 is the opening
     * @param expect the changes as {@code "axis op"}, such as {@code "companion add"}; empty for a turn that changes nothing
     */
    record Turn(
            String speaker,
            String text,
            @Nullable String gloss,
            @Nullable Integer sameAppearanceAs,
            List<String> expect) {

        Set<String> expected() {
            return new TreeSet<>(expect);
        }
    }

    /**
     * Reads a script.
     *
     * @throws DemoException if the file is missing, is no script, or names no turns
     */
    static DemoScript read(Path file) {
        YAMLMapper yaml = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        try {
            DemoScript script = yaml.readValue(Files.readString(file), DemoScript.class);
            if (script.turns() == null || script.turns().isEmpty() || script.persona() == null) {
                throw new DemoException(file + " needs a persona and at least one turn");
            }
            return script;
        } catch (IOException missing) {
            throw new DemoException("cannot read the demo story " + file, missing);
        } catch (JacksonException malformed) {
            throw new DemoException(file + " is no demo story: " + malformed.getOriginalMessage(), malformed);
        }
    }
}
