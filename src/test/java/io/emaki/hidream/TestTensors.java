package io.emaki.hidream;

import io.emaki.hidream.checkpoint.SafetensorsFile;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rewrites safetensors files under other names, dtypes or with parts missing. */
public final class TestTensors {

    private TestTensors() {}

    /** All tensors as they are, by renamed keys; a rename to null drops the tensor. */
    public static Map<String, Tensor> copy(SafetensorsFile file, UnaryOperator<String> rename) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (SafetensorsFile.Entry entry : file.entries().values().stream()
                .sorted(java.util.Comparator.comparing(SafetensorsFile.Entry::name))
                .toList()) {
            String name = rename.apply(entry.name());
            if (name != null) {
                try {
                    byte[] bytes = new byte[Math.toIntExact(entry.bytes())];
                    file.read(entry).get(bytes);
                    tensors.put(name, new Tensor(entry.dtypeName(), entry.shape(), bytes));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return tensors;
    }

    /** The values of a bfloat16 or float32 tensor. */
    public static float[] floats(Tensor tensor) {
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(tensor.data()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        boolean half = tensor.dtype().equals("BF16");
        float[] values = new float[tensor.data().length / (half ? 2 : 4)];
        for (int i = 0; i < values.length; i++) {
            values[i] = half ? Float.intBitsToFloat(bytes.getShort() << 16) : bytes.getFloat();
        }
        return values;
    }
}
