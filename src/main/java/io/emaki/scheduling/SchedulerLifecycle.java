package io.emaki.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs one feature's scheduler as long as the service runs. A scheduler cannot be started again, so each start makes one. */
public final class SchedulerLifecycle implements SmartLifecycle {

    private final SchedulerSpec spec;
    private final SchedulerFactory factory;
    private volatile @Nullable Scheduler scheduler;

    public SchedulerLifecycle(SchedulerSpec spec, SchedulerFactory factory) {
        this.spec = spec;
        this.factory = factory;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void scheduled(WorkScheduled work) {
        Scheduler running = scheduler;
        if (running != null && work.table().equals(spec.table())) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void start() {
        Scheduler started = factory.create(spec);
        started.start();
        scheduler = started;
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
