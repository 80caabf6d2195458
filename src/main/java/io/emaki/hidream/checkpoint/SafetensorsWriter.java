package io.emaki.hidream.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes a safetensors file, whole or not at all: into a temporary file first, moved when complete. */
public final class SafetensorsWriter {

    /** A tensor to write; {@code data} holds its bytes, little-endian, row-major. */
    public record Tensor(String dtype, List<Long> shape, byte[] data) {

        public static Tensor float32(List<Long> shape, float[] values) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            return new Tensor("F32", shape, bytes.array());
        }

        /** Rounds to nearest even. */
        public static Tensor bfloat16(List<Long> shape, float[] values) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
            for (float value : values) {
                int bits = Float.floatToRawIntBits(value);
                bytes.putShort((short) ((bits + 0x7fff + (bits >>> 16 & 1)) >>> 16));
            }
            return new Tensor("BF16", shape, bytes.array());
        }
    }

    private SafetensorsWriter() {}

    /** @param tensors written in the map's order */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        Map<String, Object> header = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            header.put("__metadata__", metadata);
        }
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            long end = offset + tensor.data().length;
            header.put(
                    entry.getKey(),
                    Map.of("dtype", tensor.dtype(), "shape", tensor.shape(), "data_offsets", List.of(offset, end)));
            offset = end;
        }
        byte[] json = padded(JsonMapper.shared().writeValueAsString(header)).getBytes(StandardCharsets.UTF_8);
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(json.length)
                    .array());
            out.write(json);
            for (Tensor tensor : tensors.values()) {
                out.write(tensor.data());
            }
        }
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Spaces at the end keep the data aligned to 8 bytes, so that it can be memory-mapped in every dtype. */
    private static String padded(String json) {
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        return json + " ".repeat((8 - bytes % 8) % 8);
    }
}
