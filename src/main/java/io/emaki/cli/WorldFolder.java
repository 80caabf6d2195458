package io.emaki.cli;

import io.emaki.world.Identity;
import io.emaki.world.Language;
import io.emaki.world.RenderStyle;
import io.emaki.world.State;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldRenderer;
import io.emaki.world.WorldSample;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes samples as a folder after the HuggingFace imagefolder convention: {@code metadata.jsonl} with {@code file_name}
 * and {@code text}, and for an edit {@code reference}, the picture that the text asks to change.
 */
final class WorldFolder {

    enum Kind {
        MIX,
        CAPTIONS,
        EDITS
    }

    private final WorldRenderer renderer;
    private final WorldDataset dataset;
    private final RenderStyle style;
    private final int size;
    private final JsonMapper json = JsonMapper.shared();

    WorldFolder(WorldRenderer renderer, WorldDataset dataset, RenderStyle style, int size) {
        this.renderer = renderer;
        this.dataset = dataset;
        this.style = style;
        this.size = size;
    }

    /** The folder appears under its name only when it is complete. */
    void write(Path out, Kind kind, int count) throws IOException {
        Path target = out.toAbsolutePath().normalize();
        if (Files.exists(target) && !isEmptyFolder(target)) {
            throw new InputException("--out: " + out + " exists and is not an empty folder");
        }
        Path parent = target.getParent();
        if (parent == null) {
            throw new InputException("--out: " + out + " is no folder that can be made");
        }
        Files.createDirectories(parent);
        Path partial = Files.createTempDirectory(parent, target.getFileName() + ".partial");
        try {
            Files.createDirectory(partial.resolve("pictures"));
            Files.createDirectory(partial.resolve("references"));
            List<String> lines = IntStream.range(0, count)
                    .parallel()
                    .mapToObj(i -> json.writeValueAsString(write(partial, i, sample(kind, i))))
                    .toList();
            Files.write(partial.resolve("metadata.jsonl"), lines);
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException failure) {
            delete(partial);
            throw failure;
        }
    }

    private WorldSample sample(Kind kind, int index) {
        return switch (kind) {
            case MIX -> dataset.sample(index);
            case CAPTIONS -> dataset.caption(index, Language.ENGLISH);
            case EDITS -> dataset.edit(index, Language.ENGLISH);
        };
    }

    private Map<String, Object> write(Path folder, int index, WorldSample sample) {
        Map<String, Object> line = new LinkedHashMap<>();
        String name = String.format(Locale.ROOT, "%07d.png", index);
        line.put("file_name", "pictures/" + name);
        line.put("text", sample.text());
        draw(folder.resolve("pictures").resolve(name), sample.identity(), sample.target());
        Rectangle eyes = renderer.eyes(sample.identity(), sample.target(), size);
        line.put("focus", List.of(eyes.x, eyes.y, eyes.width, eyes.height));
        State reference = sample.reference();
        if (reference != null) {
            line.put("reference", "references/" + name);
            draw(folder.resolve("references").resolve(name), sample.identity(), reference);
        }
        return line;
    }

    private void draw(Path file, Identity who, State state) {
        try {
            ImageIO.write(renderer.render(who, state, style, size), "png", file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
