package io.emaki.imaging;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where stacks and adapters lie.
 *
 * @param configsDir folder of the YAML files; null is {@code lora-configs} of the installation
 * @param adaptersDir folder of the adapter files; null is {@code adapters} in configsDir
 */
@ConfigurationProperties("emaki.lora")
record LoraProperties(@Nullable String configsDir, @Nullable String adaptersDir) {}
