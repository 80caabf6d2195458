package io.emaki.scheduling;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Puts one kind of work into its table, and takes it out again, as part of the caller's transaction. */
public final class WorkQueue {

    private final String table;
    private final TaskDescriptor<Void> task;
    private final SchedulerClient client;
    private final ApplicationEventPublisher events;

    public WorkQueue(
            String table, TaskDescriptor<Void> task, SchedulerFactory schedulers, ApplicationEventPublisher events) {
        this.table = table;
        this.task = task;
        this.client = schedulers.client(table);
        this.events = events;
    }

    /** Adding what is already there changes nothing. */
    public void add(UUID id, Instant when) {
        client.scheduleIfNotExists(task.instance(id.toString()).scheduledTo(when));
        events.publishEvent(new WorkScheduled(table));
    }

    /** Moves what is there and not running to another time; adds it where it is not there. */
    public void move(UUID id, Instant when) {
        client.getScheduledExecution(task.instanceId(id.toString()))
                .ifPresentOrElse(
                        execution -> {
                            if (!execution.isPicked()) {
                                client.reschedule(execution.getTaskInstance(), when);
                            }
                        },
                        () -> client.scheduleIfNotExists(
                                task.instance(id.toString()).scheduledTo(when)));
        events.publishEvent(new WorkScheduled(table));
    }

    /** Removing what is not there, or already running, changes nothing. */
    public void remove(UUID id) {
        client.getScheduledExecution(task.instanceId(id.toString()))
                .filter(execution -> !execution.isPicked())
                .ifPresent(execution -> client.cancel(execution.getTaskInstance()));
    }
}
