package io.emaki.access;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What the command line needs to work on tokens without the rest of the service. No {@code @Configuration}: the service
 * finds the same beans by scanning and would have them twice.
 */
@Import({TokenTable.class, Tokens.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
public final class AccessConfiguration {

    /** An application with {@link Tokens} alone, on the database of a running service where there is one. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(AccessConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(AccessConfiguration::addClock, AccessConfiguration::goThroughTheDoor);
        return application;
    }

    private static void addClock(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context).registerBean(Clock.class, Clock::systemUTC);
    }

    private static void goThroughTheDoor(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Optional<String> running = H2Door.find(
                environment.getProperty("spring.datasource.url", ""),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
        // The running service has made its tables; a command of another version must not change them under it.
        running.ifPresent(url -> environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "running service", Map.of("spring.datasource.url", url, "spring.flyway.enabled", "false"))));
    }
}
