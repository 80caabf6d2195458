package io.emaki.imaging;

import io.emaki.hidream.EngineOptions;
import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.Precision;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The model that draws.
 *
 * @param path folder or file of the checkpoint; empty writes and uses one with random weights in the data folder
 * @param configDir folder of config.json and tokenizer.json where the checkpoint has none; empty for its own
 * @param precision float32, bfloat16 or float8
 * @param device {@code cpu} or {@code cuda:N}
 * @param prefixCache native memory for prompts and references seen before; 0 turns the cache off
 */
@ConfigurationProperties("emaki.model")
record ModelProperties(
        @DefaultValue("") String path,
        @DefaultValue("") String configDir,
        @DefaultValue("float32") String precision,
        @DefaultValue("cpu") String device,
        @DefaultValue("512MB") DataSize prefixCache) {

    /** Checked here, since a start that fails is noticed sooner than a model that never opens. */
    ModelProperties {
        try {
            new EngineOptions(Precision.parse(precision), device, prefixCache.toBytes());
        } catch (InvalidRequestException e) {
            throw new IllegalArgumentException("emaki.model." + e.getMessage());
        }
    }

    boolean hasPath() {
        return !path.isBlank();
    }

    @Nullable
    Path configFolder() {
        return configDir.isBlank() ? null : Path.of(configDir);
    }

    EngineOptions engineOptions() {
        return new EngineOptions(Precision.parse(precision), device, prefixCache.toBytes());
    }
}
