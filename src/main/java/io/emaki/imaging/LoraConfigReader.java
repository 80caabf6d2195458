package io.emaki.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a folder of stacks, one per {@code NAME.yaml}. Every mistake stops the reading with the file and the field, since a
 * stack that silently lacks an adapter would draw other pictures than its personas had.
 */
final class LoraConfigReader {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Set<String> STACK_FIELDS = Set.of("name", "title", "description", "adapters");
    private static final Set<String> ADAPTER_FIELDS = Set.of("file", "weight", "rating");

    private LoraConfigReader() {}

    /** Without the folder there are no stacks. */
    static List<LoraStackDefinition> read(Path folder) {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            throw new LoraConfigException(folder, "cannot be read", e);
        }
        return files.stream().map(LoraConfigReader::stack).toList();
    }

    private static LoraStackDefinition stack(Path file) {
        JsonNode root;
        try {
            root = YAML.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new LoraConfigException(file, "cannot be read", e);
        } catch (JacksonException e) {
            // No cause: where the start fails, the last cause is what is shown, and it does not know the file.
            throw new LoraConfigException(file, "is not valid YAML: " + e.getOriginalMessage());
        }
        requireObject(file, "the file", root, STACK_FIELDS);
        String expected = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        String name = text(file, root, "name", "name");
        if (!name.equals(expected)) {
            throw new LoraConfigException(file, "name: must be '" + expected + "' as the file's, not '" + name + "'");
        }
        JsonNode adapters = root.path("adapters");
        if (!adapters.isArray()) {
            throw new LoraConfigException(file, "adapters: must be a list, [] for none");
        }
        List<LoraStackDefinition.Adapter> read = new ArrayList<>();
        for (int i = 0; i < adapters.size(); i++) {
            read.add(adapter(file, adapters.get(i), "adapters[" + i + "]"));
        }
        return new LoraStackDefinition(
                name, text(file, root, "title", "title"), text(file, root, "description", "description"), read);
    }

    private static LoraStackDefinition.Adapter adapter(Path file, JsonNode node, String at) {
        requireObject(file, at, node, ADAPTER_FIELDS);
        String adapter = text(file, node, "file", at + ".file");
        Path relative = Path.of(adapter).normalize();
        if (relative.isAbsolute() || relative.startsWith("..")) {
            throw new LoraConfigException(file, at + ".file: must lie in the adapters folder, not '" + adapter + "'");
        }
        JsonNode weight = node.path("weight");
        if (!weight.isNumber() || !(Math.abs(weight.doubleValue()) <= 10)) {
            throw new LoraConfigException(file, at + ".weight: must be a number from -10 to 10");
        }
        String rating = text(file, node, "rating", at + ".rating");
        return new LoraStackDefinition.Adapter(
                adapter,
                weight.doubleValue(),
                switch (rating.toLowerCase(Locale.ROOT)) {
                    case "sfw" -> Rating.SFW;
                    case "mature" -> Rating.MATURE;
                    default ->
                        throw new LoraConfigException(
                                file, at + ".rating: must be sfw or mature, not '" + rating + "'");
                });
    }

    private static void requireObject(Path file, String at, JsonNode node, Set<String> allowed) {
        if (!node.isObject()) {
            throw new LoraConfigException(file, at + ": must have the fields " + sorted(allowed));
        }
        for (String field : node.propertyNames()) {
            if (!allowed.contains(field)) {
                throw new LoraConfigException(
                        file, at + ": does not know '" + field + "'; the fields are " + sorted(allowed));
            }
        }
    }

    private static String text(Path file, JsonNode node, String field, String at) {
        JsonNode value = node.path(field);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new LoraConfigException(file, at + ": must be a text that is not empty");
        }
        return value.stringValue().strip();
    }

    private static String sorted(Set<String> fields) {
        return String.join(", ", fields.stream().sorted().toList());
    }
}
