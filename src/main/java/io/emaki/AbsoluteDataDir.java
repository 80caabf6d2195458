package io.emaki;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Resolves {@code emaki.data-dir} against the working directory: H2 refuses a relative path without a leading "./". */
final class AbsoluteDataDir implements EnvironmentPostProcessor {

    private static final String DATA_DIR = "emaki.data-dir";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String given = environment.getProperty(DATA_DIR);
        if (given != null && !given.isBlank()) {
            String absolute = Path.of(given).toAbsolutePath().normalize().toString();
            environment.getPropertySources().addFirst(new MapPropertySource(DATA_DIR, Map.of(DATA_DIR, absolute)));
        }
    }
}
