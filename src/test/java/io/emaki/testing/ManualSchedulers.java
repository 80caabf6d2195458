package io.emaki.testing;

import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.emaki.scheduling.SchedulerFactory;
import io.emaki.scheduling.SchedulerSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Schedulers that run what is due when a test says so, on the test's thread. */
public final class ManualSchedulers implements SchedulerFactory {

    private final DataSource dataSource;
    private final Clock clock;
    private final PollingStrategyConfig polling;
    private final Map<String, ManualScheduler> made = new ConcurrentHashMap<>();

    ManualSchedulers(DataSource dataSource, Clock clock, boolean postgreSql) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.clock = clock;
        this.polling =
                postgreSql ? PollingStrategyConfig.DEFAULT_SELECT_FOR_UPDATE : PollingStrategyConfig.DEFAULT_FETCH;
    }

    @Override
    public Scheduler create(SchedulerSpec spec) {
        ManualScheduler scheduler = TestHelper.createManualScheduler(dataSource, spec.tasks())
                .tableName(spec.table())
                .pollingStrategy(polling)
                .clock(new SettableClock() {
                    @Override
                    public Instant now() {
                        return clock.instant();
                    }
                })
                .build();
        made.put(spec.table(), scheduler);
        return scheduler;
    }

    @Override
    public SchedulerClient client(String table) {
        return SchedulerClient.Builder.create(dataSource).tableName(table).build();
    }

    /** Runs edits that are due now, and what they make due. */
    public void runEdits() {
        run("edit_execution");
    }

    /** Sends messages that are due now. */
    public void runWebhooks() {
        run("webhook_execution");
    }

    /** Looks for edits whose process no longer says that it lives. */
    public void findDeadEdits() {
        Objects.requireNonNull(made.get("edit_execution")).runDeadExecutionDetection();
    }

    private void run(String table) {
        // What one execution schedules for this very moment is due as well; nothing here chains more than a few.
        for (int round = 0; round < 5; round++) {
            Objects.requireNonNull(made.get(table)).runAnyDueExecutions();
        }
    }
}
