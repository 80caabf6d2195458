package io.emaki.hidream.checkpoint;

import io.emaki.hidream.runtime.DType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The header of a safetensors file, checked against the file itself: 8 bytes of little-endian header length, a JSON
 * object of {@code name -> {dtype, shape, data_offsets}}, then the data without gaps or overlaps. No data is read.
 */
public final class SafetensorsFile {

    private static final long MAX_HEADER = 100_000_000L;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * One tensor of a file.
     *
     * @param dtype null for a dtype that no part of the engine uses
     * @param offset bytes from the start of the file
     */
    public record Entry(
            String name, String dtypeName, @Nullable DType dtype, List<Long> shape, long offset, long bytes) {

        /** Number of elements; 1 for a scalar. */
        public long numel() {
            return shape.stream().reduce(1L, (a, b) -> a * b);
        }
    }

    private final Path path;
    private final long size;
    private final Map<String, Entry> entries;
    private final Map<String, String> metadata;

    private SafetensorsFile(Path path, long size, Map<String, Entry> entries, Map<String, String> metadata) {
        this.path = path;
        this.size = size;
        this.entries = entries;
        this.metadata = metadata;
    }

    /**
     * Reads and checks the header.
     *
     * @param failure makes the exception from the file and a message, so that checkpoints and adapters each throw theirs
     */
    public static <E extends RuntimeException> SafetensorsFile open(Path path, BiFunction<Path, String, E> failure) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer lengthBytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            if (size < 8 || !readFully(channel, lengthBytes, 0)) {
                throw failure.apply(path, "is no safetensors file: it has only " + size + " bytes");
            }
            long length = lengthBytes.flip().getLong();
            if (length < 2 || length > MAX_HEADER || length > size - 8) {
                throw failure.apply(
                        path,
                        "is no safetensors file or is truncated: the header claims " + length
                                + " bytes and the file has " + size);
            }
            ByteBuffer header = ByteBuffer.allocate(Math.toIntExact(length));
            if (!readFully(channel, header, 8)) {
                throw failure.apply(path, "ended while its header was read");
            }
            return parse(path, size, 8 + length, header.array(), failure);
        } catch (IOException e) {
            E exception = failure.apply(path, "cannot be read: " + describe(e));
            exception.addSuppressed(e);
            throw exception;
        }
    }

    private static String describe(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "there is no such file"
                : String.valueOf(e.getMessage());
    }

    private static boolean readFully(FileChannel channel, ByteBuffer into, long position) throws IOException {
        while (into.hasRemaining()) {
            int read = channel.read(into, position + into.position());
            if (read < 0) {
                return false;
            }
        }
        return true;
    }

    private static <E extends RuntimeException> SafetensorsFile parse(
            Path path, long size, long dataStart, byte[] header, BiFunction<Path, String, E> failure) {
        JsonNode root;
        try {
            root = JSON.readTree(header);
        } catch (JacksonException e) {
            throw failure.apply(path, "has a header that is not valid JSON: " + e.getOriginalMessage());
        }
        if (!root.isObject()) {
            throw failure.apply(path, "has a header that is not a JSON object");
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : root.properties()) {
            if (property.getKey().equals("__metadata__")) {
                property.getValue()
                        .properties()
                        .forEach(e -> metadata.put(e.getKey(), e.getValue().asString("")));
            } else {
                String name = property.getKey();
                entries.put(name, entry(path, name, property.getValue(), size - dataStart, dataStart, failure));
            }
        }
        requireContiguous(path, entries, dataStart, size, failure);
        return new SafetensorsFile(path, size, Map.copyOf(entries), Map.copyOf(metadata));
    }

    private static <E extends RuntimeException> Entry entry(
            Path path,
            String name,
            JsonNode node,
            long dataBytes,
            long dataStart,
            BiFunction<Path, String, E> failure) {
        String dtypeName = node.path("dtype").asString("");
        int elementBytes = elementBytes(dtypeName);
        if (elementBytes == 0) {
            throw failure.apply(path, "tensor '" + name + "' has the unknown dtype '" + dtypeName + "'");
        }
        JsonNode shapeNode = node.path("shape");
        JsonNode offsets = node.path("data_offsets");
        if (!shapeNode.isArray() || !offsets.isArray() || offsets.size() != 2) {
            throw failure.apply(path, "tensor '" + name + "' lacks a shape or data_offsets");
        }
        List<Long> shape = new ArrayList<>();
        long numel = 1;
        for (JsonNode side : shapeNode) {
            if (!side.isIntegralNumber() || side.asLong() < 0 || side.asLong() > 1L << 40) {
                throw failure.apply(path, "tensor '" + name + "' has an impossible shape " + shapeNode);
            }
            shape.add(side.asLong());
            if (side.asLong() > 0 && numel > (1L << 50) / side.asLong()) {
                throw failure.apply(path, "tensor '" + name + "' has an impossible shape " + shapeNode);
            }
            numel *= side.asLong();
        }
        long begin = offsets.get(0).isIntegralNumber() ? offsets.get(0).asLong() : -1;
        long end = offsets.get(1).isIntegralNumber() ? offsets.get(1).asLong() : -1;
        if (begin < 0 || end < begin || end > dataBytes) {
            throw failure.apply(
                    path,
                    "is truncated or lies: tensor '" + name + "' claims bytes " + begin + " to " + end + " of "
                            + dataBytes);
        }
        if (end - begin != numel * elementBytes) {
            throw failure.apply(
                    path,
                    "tensor '" + name + "' claims " + (end - begin) + " bytes, but " + dtypeName + " " + shape
                            + " needs " + numel * elementBytes);
        }
        return new Entry(name, dtypeName, dtype(dtypeName), List.copyOf(shape), dataStart + begin, end - begin);
    }

    private static <E extends RuntimeException> void requireContiguous(
            Path path, Map<String, Entry> entries, long dataStart, long size, BiFunction<Path, String, E> failure) {
        long at = dataStart;
        List<Entry> ordered = entries.values().stream()
                .sorted(Comparator.comparingLong(Entry::offset).thenComparingLong(Entry::bytes))
                .toList();
        for (Entry entry : ordered) {
            if (entry.offset() != at) {
                throw failure.apply(
                        path, "tensor '" + entry.name() + "' overlaps another or leaves a gap before it in the data");
            }
            at += entry.bytes();
        }
        if (at != size) {
            throw failure.apply(path, "has " + (size - at) + " bytes after its last tensor");
        }
    }

    private static int elementBytes(String dtype) {
        return switch (dtype) {
            case "BOOL", "U8", "I8", "F8_E4M3", "F8_E5M2", "F8_E8M0" -> 1;
            case "I16", "U16", "F16", "BF16" -> 2;
            case "I32", "U32", "F32" -> 4;
            case "I64", "U64", "F64" -> 8;
            default -> 0;
        };
    }

    private static @Nullable DType dtype(String name) {
        return switch (name) {
            case "F8_E4M3" -> DType.FLOAT8_E4M3FN;
            case "F16" -> DType.FLOAT16;
            case "BF16" -> DType.BFLOAT16;
            case "F32" -> DType.FLOAT32;
            case "F64" -> DType.FLOAT64;
            default -> null;
        };
    }

    public Path path() {
        return path;
    }

    /** The bytes of one tensor, little-endian, copied from the file. */
    public ByteBuffer read(Entry entry) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(entry.bytes())).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (!readFully(channel, bytes, entry.offset())) {
                throw new IOException("the file ended within tensor '" + entry.name() + "'");
            }
        }
        return bytes.flip();
    }

    /** The file's length in bytes. */
    public long size() {
        return size;
    }

    /** All tensors by name. */
    public Map<String, Entry> entries() {
        return entries;
    }

    /** The {@code __metadata__} section, empty where there is none. */
    public Map<String, String> metadata() {
        return metadata;
    }
}
