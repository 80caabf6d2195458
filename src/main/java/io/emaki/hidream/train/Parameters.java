package io.emaki.hidream.train;

import io.emaki.hidream.CheckpointException;
import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.checkpoint.ParameterLayout;
import io.emaki.hidream.checkpoint.ParameterLayout.Parameter;
import io.emaki.hidream.checkpoint.SafetensorsFile;
import io.emaki.hidream.checkpoint.SafetensorsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The flat parameter vector on the Java side: first values, values from a checkpoint, export. */
final class Parameters {

    private Parameters() {}

    /**
     * Fresh values: Linears and embeddings normal with deviation 0.02, the projections back into the residual stream
     * smaller by sqrt(2 * layers), norms 1, biases 0, pixel embedder Xavier uniform, pixel output 0 as in the official
     * code.
     */
    static float[] initial(ModelConfig config, long seed) {
        ParameterLayout layout = new ParameterLayout(config);
        float[] flat = new float[Math.toIntExact(layout.total())];
        Random random = new Random(seed);
        for (Parameter parameter : layout.parameters()) {
            int start = Math.toIntExact(parameter.offset());
            int end = Math.toIntExact(parameter.offset() + parameter.numel());
            String name = parameter.name();
            if (name.endsWith(".bias") || name.startsWith("final_layer2")) {
                continue;
            }
            if (parameter.columns() == 0) {
                java.util.Arrays.fill(flat, start, end, 1f);
            } else if (name.startsWith("x_embedder")) {
                double limit = Math.sqrt(6.0 / (parameter.rows() + parameter.columns()));
                for (int i = start; i < end; i++) {
                    flat[i] = (float) ((random.nextDouble() * 2 - 1) * limit);
                }
            } else {
                boolean residual = name.endsWith("o_proj.weight") || name.endsWith("down_proj.weight");
                double deviation =
                        residual ? 0.02 / Math.sqrt(2.0 * config.text().layers()) : 0.02;
                for (int i = start; i < end; i++) {
                    flat[i] = (float) (random.nextGaussian() * deviation);
                }
            }
        }
        return flat;
    }

    /** The values of a checkpoint; float8 is multiplied by its scale. */
    static float[] of(Checkpoint checkpoint) {
        ParameterLayout layout = new ParameterLayout(checkpoint.config());
        float[] flat = new float[Math.toIntExact(layout.total())];
        for (Parameter parameter : layout.parameters()) {
            float[] values = read(checkpoint.require(parameter.name()));
            Checkpoint.@Nullable Location scale =
                    parameter.name().endsWith(".weight") ? checkpoint.find(parameter.name() + "_scale") : null;
            if (scale != null) {
                float[] scales = read(scale);
                for (int i = 0; i < values.length; i++) {
                    values[i] *= scales[scales.length == 1 ? 0 : i / (values.length / scales.length)];
                }
            }
            System.arraycopy(values, 0, flat, Math.toIntExact(parameter.offset()), values.length);
        }
        return flat;
    }

    private static float[] read(Checkpoint.Location location) {
        SafetensorsFile.Entry entry = location.entry();
        ByteBuffer bytes;
        try {
            bytes = location.file().read(entry);
        } catch (IOException e) {
            throw new CheckpointException(location.file().path(), "cannot be read", e);
        }
        float[] values = new float[Math.toIntExact(entry.numel())];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (entry.dtypeName()) {
                case "F32" -> bytes.getFloat();
                case "F64" -> (float) bytes.getDouble();
                case "BF16" -> Float.intBitsToFloat(bytes.getShort() << 16);
                case "F16" -> Float.float16ToFloat(bytes.getShort());
                case "F8_E4M3" -> Float8.toFloat(bytes.get());
                default ->
                    throw new CheckpointException(
                            location.file().path(), "tensor '" + entry.name() + "' has dtype " + entry.dtypeName());
            };
        }
        return values;
    }

    /** Writes a checkpoint file in bfloat16, or with the decoder's Linears in float8 and one scale for each output row. */
    static void write(Path file, ModelConfig config, float[] flat, boolean float8) throws IOException {
        Map<String, SafetensorsWriter.Tensor> tensors = new LinkedHashMap<>();
        for (Parameter parameter : new ParameterLayout(config).parameters()) {
            int start = Math.toIntExact(parameter.offset());
            float[] values = java.util.Arrays.copyOfRange(flat, start, start + Math.toIntExact(parameter.numel()));
            String name = "model." + parameter.name();
            boolean linear = parameter.name().startsWith("language_model.layers.") && parameter.columns() > 0;
            if (float8 && linear) {
                Float8.Quantised quantised = Float8.quantise(values, Math.toIntExact(parameter.rows()));
                tensors.put(name, new SafetensorsWriter.Tensor("F8_E4M3", parameter.shape(), quantised.values()));
                tensors.put(
                        name + "_scale",
                        SafetensorsWriter.Tensor.float32(java.util.List.of(parameter.rows(), 1L), quantised.scales()));
            } else {
                tensors.put(name, SafetensorsWriter.Tensor.bfloat16(parameter.shape(), values));
            }
        }
        SafetensorsWriter.write(file, tensors, Map.of("format", "pt"));
    }
}
