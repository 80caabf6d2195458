package io.emaki.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Schedulers on the service's own database. */
final class DbSchedulerFactory implements SchedulerFactory {

    private static final int MISSED_HEARTBEATS = 6;

    private final DataSource dataSource;
    private final Clock clock;
    private final SchedulingSettings settings;

    DbSchedulerFactory(DataSource dataSource, Clock clock, SchedulingSettings settings) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Scheduler create(SchedulerSpec spec) {
        boolean postgreSql = isPostgreSql();
        SchedulerBuilder builder = Scheduler.create(dataSource, spec.tasks())
                .jdbcCustomization(customization(postgreSql))
                .tableName(spec.table())
                .threads(spec.threads())
                .clock(clock::instant)
                .pollingInterval(settings.pollInterval())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(settings.shutdownWait());
        if (postgreSql) {
            builder.pollUsingLockAndFetch(0.5, 1.0);
        } else {
            builder.pollUsingFetch(0.5, 3.0);
        }
        return builder.build();
    }

    @Override
    public SchedulerClient client(String table) {
        return SchedulerClient.Builder.create(dataSource)
                .tableName(table)
                .jdbcCustomization(customization(isPostgreSql()))
                .build();
    }

    /** Named rather than found out: finding H2 is answered with a warning about columns that carry no time zone. Ours do. */
    private static JdbcCustomization customization(boolean postgreSql) {
        return postgreSql ? new PostgreSqlJdbcCustomization(false, false) : new DefaultJdbcCustomization(false);
    }

    private boolean isPostgreSql() {
        try (Connection connection = dataSource.getConnection()) {
            return connection
                    .getMetaData()
                    .getDatabaseProductName()
                    .toLowerCase(Locale.ROOT)
                    .contains("postgres");
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the database does not say what it is", unreachable);
        }
    }
}
