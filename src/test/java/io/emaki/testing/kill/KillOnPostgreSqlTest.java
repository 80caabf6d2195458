package io.emaki.testing.kill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class KillOnPostgreSqlTest extends KillContract {

    private EmbeddedPostgres server;

    @Override
    Map<String, String> database(Path folder) throws IOException {
        server = EmbeddedPostgres.start();
        return Map.of(
                "spring.datasource.url",
                server.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username",
                "postgres");
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }
}
