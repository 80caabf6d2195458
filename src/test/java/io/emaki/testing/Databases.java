package io.emaki.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Databases that the contract tests run on; each context gets one of its own. */
public final class Databases {

    private Databases() {}

    private static void apply(ConfigurableApplicationContext context, String url, String user) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "emaki.data-dir="
                                + Path.of(
                                        "target", "test-data", UUID.randomUUID().toString()))
                .applyTo(context);
    }

    /** The default database, in memory. */
    public static final class H2 implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            apply(context, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "emaki");
        }
    }

    /** A real server, stopped with the tests' process. */
    public static final class PostgreSql implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.start();
                apply(context, server.getJdbcUrl("postgres", "postgres"), "postgres");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
