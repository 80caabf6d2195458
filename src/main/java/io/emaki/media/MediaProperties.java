package io.emaki.media;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where pictures are kept and how they are linked.
 *
 * @param dataDir folder of all run-time data; pictures are kept in its {@code pictures}
 * @param publicUrl how clients reach the service, without a final slash; null takes the address of the request, or
 *     {@code http://localhost} with the port where there is no request
 */
@ConfigurationProperties("emaki")
record MediaProperties(
        @DefaultValue("persona-store/data") String dataDir,
        @Nullable String publicUrl) {

    Path pictures() {
        return Path.of(dataDir).toAbsolutePath().normalize().resolve("pictures");
    }
}
