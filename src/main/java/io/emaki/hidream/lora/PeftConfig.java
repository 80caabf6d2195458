package io.emaki.hidream.lora;

import io.emaki.hidream.LoraException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parts of PEFT's {@code adapter_config.json} that decide the scale. */
record PeftConfig(double alpha, boolean rankStabilised, Map<String, Double> alphaPattern) {

    /** The configuration in the adapter's folder, or null where there is none. */
    static @Nullable PeftConfig beside(Path adapter) {
        Path file = adapter.resolveSibling(PeftFolder.CONFIG);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException | JacksonException e) {
            throw new LoraException(file, "cannot be read as JSON", e);
        }
        String type = root.path("peft_type").asString("LORA");
        if (!type.equals("LORA")) {
            throw new LoraException(file, "peft_type is " + type + "; only LORA is accepted");
        }
        if (root.path("use_dora").asBoolean(false)) {
            throw new LoraException(file, "use_dora is true; only plain LoRA is accepted");
        }
        if (!root.path("lora_alpha").isNumber()) {
            throw new LoraException(file, "lora_alpha must be a number");
        }
        Map<String, Double> pattern = new java.util.LinkedHashMap<>();
        root.path("alpha_pattern")
                .properties()
                .forEach(e -> pattern.put(e.getKey(), e.getValue().asDouble()));
        return new PeftConfig(
                root.path("lora_alpha").asDouble(), root.path("use_rslora").asBoolean(false), pattern);
    }

    /** alpha / rank, or alpha / sqrt(rank) for rank-stabilised LoRA; the rank is the tensor's own. */
    double scale(String path, int rank) {
        double own = alpha;
        for (Map.Entry<String, Double> entry : alphaPattern.entrySet()) {
            if (Pattern.compile("(.*\\.)?(" + entry.getKey() + ")$")
                    .matcher(path)
                    .matches()) {
                own = entry.getValue();
                break;
            }
        }
        return rankStabilised ? own / Math.sqrt(rank) : own / rank;
    }
}
