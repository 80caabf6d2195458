package io.emaki.webhook;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.emaki.scheduling.Completion;
import io.emaki.scheduling.SchedulerFactory;
import io.emaki.scheduling.SchedulerLifecycle;
import io.emaki.scheduling.SchedulerSpec;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    /** Only when the database itself cannot be written; failed attempts are counted and retried by the delivery. */
    private static final Duration AFTER_LOST_WRITE = Duration.ofSeconds(5);

    @Bean
    SchedulerLifecycle webhookScheduler(SchedulerFactory schedulers, DeliveryRun run, WebhookSettings settings) {
        CustomTask<Void> task = Tasks.custom(Webhooks.TASK)
                .onFailureReschedule(FixedDelay.of(AFTER_LOST_WRITE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> Completion.of(run.run(UUID.fromString(instance.getId()))));
        return new SchedulerLifecycle(new SchedulerSpec(Webhooks.TABLE, settings.threads(), List.of(task)), schedulers);
    }
}
