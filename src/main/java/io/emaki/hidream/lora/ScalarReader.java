package io.emaki.hidream.lora;

import io.emaki.hidream.LoraException;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Reads a tensor of one floating-point number. */
final class ScalarReader {

    private ScalarReader() {}

    static double read(SafetensorsFile tensors, SafetensorsFile.Entry entry) {
        Path file = tensors.path();
        if (entry.numel() != 1) {
            throw new LoraException(file, "key '" + entry.name() + "' must be one number, not " + entry.shape());
        }
        ByteBuffer bytes;
        try {
            bytes = tensors.read(entry);
        } catch (IOException e) {
            throw new LoraException(file, "cannot be read", e);
        }
        return switch (entry.dtypeName()) {
            case "F32" -> bytes.getFloat();
            case "F64" -> bytes.getDouble();
            case "F16" -> Float.float16ToFloat(bytes.getShort());
            case "BF16" -> Float.intBitsToFloat(bytes.getShort() << 16);
            case "I32" -> bytes.getInt();
            case "I64" -> bytes.getLong();
            default ->
                throw new LoraException(
                        file, "key '" + entry.name() + "' has dtype " + entry.dtypeName() + "; use F32");
        };
    }
}
