package io.emaki.scheduling;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;

/**
 * One feature's durable work.
 *
 * @param table the feature's own table of executions, so that one feature's long work never blocks another's threads
 * @param threads how many executions run at once in this process, at least 1
 */
public record SchedulerSpec(String table, int threads, List<Task<?>> tasks) {

    public SchedulerSpec {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        tasks = List.copyOf(tasks);
    }
}
