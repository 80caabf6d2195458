package io.emaki.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;

/** Makes schedulers that take part in the caller's transaction. */
public interface SchedulerFactory {

    /** A scheduler that is not yet started; whoever asked for it starts and stops it. */
    Scheduler create(SchedulerSpec spec);

    /** Schedules and cancels without running anything; calls inside a transaction are undone with it. */
    SchedulerClient client(String table);
}
