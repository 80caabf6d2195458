package io.emaki.hidream.train;

import io.emaki.hidream.InvalidRequestException;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A data folder after the HuggingFace imagefolder convention: {@code metadata.jsonl} with {@code file_name}, {@code text}
 * and, for an edit, {@code reference}, and optionally {@code focus}; or, without that file, a {@code .txt} of the same name beside each picture.
 */
final class ImageFolder {

    private static final String METADATA = "metadata.jsonl";
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "webp", "bmp", "gif");

    private final Path folder;

    private ImageFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * All entries, in the file's order or by path.
     *
     * @throws InvalidRequestException for {@code data}, naming the file, the line and the field that cannot be used
     */
    static List<Example> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw refusal("there is no folder " + folder);
        }
        ImageFolder reader = new ImageFolder(folder);
        Path metadata = folder.resolve(METADATA);
        List<Example> examples = Files.exists(metadata) ? reader.described(metadata) : reader.captioned();
        if (examples.isEmpty()) {
            throw refusal(folder + " holds no pictures; it needs " + METADATA
                    + " with file_name and text, or a .txt beside each picture");
        }
        return examples;
    }

    private static InvalidRequestException refusal(String message) {
        return new InvalidRequestException("data", message);
    }

    private List<Example> described(Path metadata) {
        List<Example> examples = new ArrayList<>();
        String[] lines = content(metadata).split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                examples.add(example(lines[i], metadata + " line " + (i + 1)));
            }
        }
        return examples;
    }

    private Example example(String line, String where) {
        JsonNode node;
        try {
            node = JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            throw refusal(where + " is not valid JSON: " + e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw refusal(where + " must be a JSON object with file_name and text");
        }
        Path picture = picture(field(node, "file_name", where), "file_name", where);
        String text = field(node, "text", where);
        boolean edit = !node.path("reference").isMissingNode()
                && !node.path("reference").isNull();
        return new Example(
                picture,
                text,
                edit ? picture(field(node, "reference", where), "reference", where) : null,
                focus(node.path("focus"), where),
                where);
    }

    private static @Nullable Rectangle focus(JsonNode node, String where) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        boolean box = node.isArray() && node.size() == 4;
        for (JsonNode number : node) {
            box &= number.isInt() && number.asInt() >= 0;
        }
        if (!box) {
            throw refusal(where + ": focus must be [x, y, width, height] in pixels, not " + node);
        }
        return new Rectangle(
                node.get(0).asInt(),
                node.get(1).asInt(),
                node.get(2).asInt(),
                node.get(3).asInt());
    }

    private static String field(JsonNode node, String name, String where) {
        JsonNode value = node.path(name);
        if (!value.isString() || value.asString().isBlank()) {
            String found = value.isMissingNode() ? "and is missing" : "not " + value;
            throw refusal(where + ": " + name + " must be a text that is not empty, " + found);
        }
        return value.asString();
    }

    private Path picture(String name, String field, String where) {
        Path file;
        try {
            file = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw refusal(where + ": " + field + " '" + name + "' is no file name");
        }
        if (!file.startsWith(folder.normalize()) || Path.of(name).isAbsolute()) {
            throw refusal(where + ": " + field + " '" + name + "' leads out of the folder");
        }
        if (!Files.isRegularFile(file)) {
            throw refusal(where + ": " + field + " '" + name + "' is not in the folder");
        }
        return file;
    }

    private List<Example> captioned() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> PICTURES.contains(extension(file)))
                    .sorted()
                    .map(ImageFolder::captioned)
                    .toList();
        } catch (IOException e) {
            throw refusal(folder + " cannot be listed: " + e.getMessage());
        }
    }

    private static Example captioned(Path picture) {
        String name = String.valueOf(picture.getFileName());
        Path caption = picture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
        if (!Files.isRegularFile(caption)) {
            throw refusal(picture + " has no caption: there is neither a " + METADATA + " nor " + caption.getFileName()
                    + " beside it");
        }
        String text = content(caption).strip();
        if (text.isEmpty()) {
            throw refusal(caption + " is empty; it must hold the caption of " + name);
        }
        return new Example(picture, text, null, null, caption.toString());
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String content(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (MalformedInputException e) {
            throw refusal(file + " is not UTF-8");
        } catch (IOException e) {
            throw refusal(file + " cannot be read: " + e.getMessage());
        }
    }
}
