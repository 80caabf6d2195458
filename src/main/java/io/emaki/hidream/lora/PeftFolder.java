package io.emaki.hidream.lora;

import io.emaki.hidream.LoraException;
import io.emaki.hidream.checkpoint.SafetensorsWriter;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes adapters as PEFT does: {@code adapter_config.json} and {@code adapter_model.safetensors} in a folder. */
public final class PeftFolder {

    static final String WEIGHTS = "adapter_model.safetensors";
    static final String CONFIG = "adapter_config.json";

    private static final String PREFIX = "base_model.model.model.";

    /**
     * The two factors of one Linear, row-major.
     *
     * @param a shape [rank, in]
     * @param b shape [out, rank]
     */
    public record Factors(int rank, int out, int in, float[] a, float[] b) {

        public Factors {
            if (a.length != rank * in || b.length != out * rank) {
                throw new IllegalArgumentException("rank " + rank + ", out " + out + " and in " + in + " do not fit "
                        + a.length + " and " + b.length + " numbers");
            }
        }
    }

    private PeftFolder() {}

    /**
     * @param factors by module path without leading {@code model.}, all of one rank; written as float32
     * @param base name of the model that the adapter is for, or null
     * @throws LoraException when the folder cannot be written
     */
    public static void write(Path folder, Map<String, Factors> factors, double alpha, @Nullable String base) {
        int rank = factors.values().iterator().next().rank();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        factors.forEach((path, pair) -> {
            tensors.put(
                    PREFIX + path + ".lora_A.weight", Tensor.float32(List.of((long) rank, (long) pair.in()), pair.a()));
            tensors.put(
                    PREFIX + path + ".lora_B.weight",
                    Tensor.float32(List.of((long) pair.out(), (long) rank), pair.b()));
        });
        List<String> targets =
                factors.keySet().stream().map(PeftFolder::target).distinct().toList();
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.createDirectories(folder);
            Path config = folder.resolve(CONFIG + ".part");
            Files.writeString(config, json.writeValueAsString(config(rank, alpha, base, targets)) + "\n");
            SafetensorsWriter.write(folder.resolve(WEIGHTS), tensors, Map.of("format", "pt"));
            Files.move(config, folder.resolve(CONFIG), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LoraException(folder, "cannot be written", e);
        }
    }

    /** PEFT matches modules by the end of their path; a number alone would match too many. */
    private static String target(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return last.matches("\\d+") ? path : last;
    }

    private static Map<String, @Nullable Object> config(
            int rank, double alpha, @Nullable String base, List<String> targets) {
        Map<String, @Nullable Object> config = new LinkedHashMap<>();
        config.put("alpha_pattern", Map.of());
        config.put("auto_mapping", null);
        config.put("base_model_name_or_path", base);
        config.put("bias", "none");
        config.put("fan_in_fan_out", false);
        config.put("inference_mode", true);
        config.put("init_lora_weights", true);
        config.put("layers_pattern", null);
        config.put("layers_to_transform", null);
        config.put("lora_alpha", alpha == Math.rint(alpha) ? (Object) (long) alpha : (Object) alpha);
        config.put("lora_dropout", 0.0);
        config.put("modules_to_save", null);
        config.put("peft_type", "LORA");
        config.put("r", rank);
        config.put("rank_pattern", Map.of());
        config.put("revision", null);
        config.put("target_modules", targets);
        config.put("task_type", null);
        config.put("use_dora", false);
        config.put("use_rslora", false);
        return config;
    }
}
