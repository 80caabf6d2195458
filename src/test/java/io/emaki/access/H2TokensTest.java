package io.emaki.access;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class H2TokensTest extends TokensContract {

    @Override
    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:tokens;DB_CLOSE_DELAY=-1", "emaki", "");
    }

    @Override
    String vendor() {
        return "h2";
    }
}
