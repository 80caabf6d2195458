package io.emaki.hidream.checkpoint;

import io.emaki.hidream.CheckpointException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A checkpoint on disk, either the official folder (config, tokenizer, one or several {@code .safetensors} with or
 * without an index) or one file with its configuration beside it or in a folder of its own. Opening reads headers only
 * and checks every name and shape against {@code config.json}.
 */
public final class Checkpoint {

    private static final String INDEX = "model.safetensors.index.json";
    private static final int HASH_SAMPLE = 4096;
    private static final long HASH_WHOLE_BELOW = 512L << 20;

    /** Where a tensor lies. */
    public record Location(SafetensorsFile file, SafetensorsFile.Entry entry) {}

    private final Path path;
    private final Path configFolder;
    private final ModelConfig config;
    private final Map<String, Location> tensors;
    private final boolean deepstack;

    private Checkpoint(
            Path path, Path configFolder, ModelConfig config, Map<String, Location> tensors, boolean deepstack) {
        this.path = path;
        this.configFolder = configFolder;
        this.config = config;
        this.tensors = tensors;
        this.deepstack = deepstack;
    }

    /**
     * @param configFolder folder of {@code config.json} and {@code tokenizer.json}; null means the model's own folder
     * @throws CheckpointException naming the file, and the tensor where one is missing or has a wrong shape
     */
    public static Checkpoint open(Path model, @Nullable Path configFolder) {
        if (!Files.exists(model)) {
            throw new CheckpointException(model, "there is no such model folder or file");
        }
        Path folder = configFolder != null ? configFolder : folderOf(model);
        Path configFile = folder.resolve("config.json");
        if (!Files.isRegularFile(configFile)) {
            throw new CheckpointException(
                    configFile, "not found; name the folder of config.json and tokenizer.json with --config");
        }
        ModelConfig config = ModelConfig.read(configFile);
        Map<String, Location> tensors = locate(weightFiles(model));
        requireShapes(model, TensorNames.required(config), tensors);
        Map<String, List<Long>> deepstackShapes = TensorNames.deepstack(config);
        boolean deepstack = deepstackShapes.keySet().stream().anyMatch(tensors::containsKey);
        if (deepstack) {
            requireShapes(model, deepstackShapes, tensors);
        }
        return new Checkpoint(model, folder, config, tensors, deepstack && !deepstackShapes.isEmpty());
    }

    private static Path folderOf(Path model) {
        if (Files.isDirectory(model)) {
            return model;
        }
        Path parent = model.toAbsolutePath().getParent();
        return parent == null ? model : parent;
    }

    private static List<Path> weightFiles(Path model) {
        if (!Files.isDirectory(model)) {
            return List.of(model);
        }
        Path index = model.resolve(INDEX);
        if (Files.isRegularFile(index)) {
            return shards(model, index);
        }
        Path single = model.resolve("model.safetensors");
        if (Files.isRegularFile(single)) {
            return List.of(single);
        }
        try (Stream<Path> files = Files.list(model)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new CheckpointException(model, "holds no .safetensors file");
            }
            return found;
        } catch (IOException e) {
            throw new CheckpointException(model, "cannot be listed", e);
        }
    }

    private static List<Path> shards(Path model, Path index) {
        JsonNode map;
        try {
            map = JsonMapper.shared().readTree(Files.readAllBytes(index)).path("weight_map");
        } catch (IOException | JacksonException e) {
            throw new CheckpointException(index, "cannot be read as JSON", e);
        }
        Set<String> names = new LinkedHashSet<>();
        map.forEach(node -> names.add(node.asString("")));
        if (names.isEmpty()) {
            throw new CheckpointException(index, "has no weight_map");
        }
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.contains("..")) {
                throw new CheckpointException(index, "names a shard outside its folder: '" + name + "'");
            }
            files.add(model.resolve(name));
        }
        return files;
    }

    private static Map<String, Location> locate(List<Path> files) {
        Map<String, Location> tensors = new TreeMap<>();
        for (Path path : files) {
            SafetensorsFile file = SafetensorsFile.open(path, CheckpointException::new);
            for (SafetensorsFile.Entry entry : file.entries().values()) {
                Location previous = tensors.put(TensorNames.canonical(entry.name()), new Location(file, entry));
                if (previous != null) {
                    throw new CheckpointException(
                            path,
                            "tensor '" + entry.name() + "' also stands in "
                                    + previous.file().path());
                }
            }
        }
        return tensors;
    }

    private static void requireShapes(Path model, Map<String, List<Long>> shapes, Map<String, Location> tensors) {
        shapes.forEach((name, shape) -> {
            Location location = tensors.get(name);
            if (location == null) {
                throw new CheckpointException(model, "lacks the tensor '" + name + "'");
            }
            if (!location.entry().shape().equals(shape) && !isFlattenedConvolution(location, shape)) {
                throw new CheckpointException(
                        location.file().path(),
                        "tensor '" + location.entry().name() + "' has shape "
                                + location.entry().shape() + ", but config.json asks for " + shape);
            }
            if (location.entry().dtype() == null) {
                throw new CheckpointException(
                        location.file().path(),
                        "tensor '" + location.entry().name() + "' has dtype "
                                + location.entry().dtypeName() + "; use F32, BF16, F16 or F8_E4M3");
            }
        });
    }

    /** Some writers store the patch convolution as the Linear that it is. */
    private static boolean isFlattenedConvolution(Location location, List<Long> shape) {
        return shape.size() == 5
                && location.entry().shape().size() == 2
                && location.entry().shape().getFirst().equals(shape.getFirst())
                && location.entry().numel() == shape.stream().reduce(1L, (a, b) -> a * b);
    }

    public Path path() {
        return path;
    }

    public ModelConfig config() {
        return config;
    }

    public Path tokenizerFile() {
        return configFolder.resolve("tokenizer.json");
    }

    /** Whether the DeepStack mergers are there; without them edits run on the plain vision features. */
    public boolean hasDeepstack() {
        return deepstack;
    }

    /** The tensor of a module path without leading {@code model.}, or null. */
    public @Nullable Location find(String name) {
        return tensors.get(name);
    }

    /** The tensor of a module path that opening has already required. */
    public Location require(String name) {
        Location location = tensors.get(name);
        if (location == null) {
            throw new CheckpointException(path, "lacks the tensor '" + name + "'");
        }
        return location;
    }

    /** SHA-256 over every tensor's name, dtype, shape and bytes; above 512 MiB in all, over each one's first 4 kB. */
    public String hash() {
        long total = tensors.values().stream()
                .mapToLong(location -> location.entry().bytes())
                .sum();
        long sample = total < HASH_WHOLE_BELOW ? Long.MAX_VALUE : HASH_SAMPLE;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Map<Path, FileChannel> channels = new TreeMap<>();
            try {
                for (Map.Entry<String, Location> tensor : tensors.entrySet()) {
                    addToHash(digest, tensor.getKey(), tensor.getValue(), sample, channels);
                }
            } finally {
                for (FileChannel channel : channels.values()) {
                    channel.close();
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new CheckpointException(path, "cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addToHash(
            MessageDigest digest, String name, Location location, long limit, Map<Path, FileChannel> channels)
            throws IOException {
        SafetensorsFile.Entry entry = location.entry();
        digest.update((name + entry.dtypeName() + entry.shape()).getBytes(StandardCharsets.UTF_8));
        Path file = location.file().path();
        FileChannel channel = channels.get(file);
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            channels.put(file, channel);
        }
        ByteBuffer sample = ByteBuffer.allocate((int) Math.min(limit, entry.bytes()));
        while (sample.hasRemaining() && channel.read(sample, entry.offset() + sample.position()) >= 0) {
            // read on until the sample is whole
        }
        digest.update(sample.flip());
    }
}
