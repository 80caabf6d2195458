package io.emaki.imaging;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Folders of the installation.
 *
 * @param home holds {@code lora-configs}
 * @param dataDir holds what is written at run time
 */
@ConfigurationProperties("emaki")
record ImagingFolders(
        @DefaultValue(".") String home,
        @DefaultValue("persona-store/data") String dataDir) {

    Path loraConfigs() {
        return Path.of(home).resolve("lora-configs");
    }

    Path untrainedModel() {
        return Path.of(dataDir).resolve("untrained-model");
    }
}
