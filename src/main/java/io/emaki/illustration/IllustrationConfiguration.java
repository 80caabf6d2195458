package io.emaki.illustration;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.emaki.scheduling.Completion;
import io.emaki.scheduling.SchedulerFactory;
import io.emaki.scheduling.SchedulerLifecycle;
import io.emaki.scheduling.SchedulerSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IllustrationConfiguration {

    /** Only when the database itself cannot be written; failures of an edit are counted and retried by the job. */
    private static final Duration AFTER_LOST_WRITE = Duration.ofSeconds(5);

    @Bean
    SchedulerLifecycle editScheduler(
            SchedulerFactory schedulers, EditRun run, IllustrationSettings settings, Clock clock) {
        CustomTask<Void> task = Tasks.custom(EditQueue.TASK)
                .onFailureReschedule(FixedDelay.of(AFTER_LOST_WRITE))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        Completion.of(run.run(UUID.fromString(instance.getId())).map(clock.instant()::plus)));
        return new SchedulerLifecycle(
                new SchedulerSpec(EditQueue.TABLE, settings.illustration().threads(), List.of(task)), schedulers);
    }
}
