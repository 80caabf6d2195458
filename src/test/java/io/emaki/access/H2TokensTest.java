package io.emaki.access;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class H2TokensTest extends TokensContract {

    @TempDir
    private static Path folder;

    @Override
    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("tokens"), "emaki", "");
    }

    @Override
    String vendor() {
        return "h2";
    }
}
