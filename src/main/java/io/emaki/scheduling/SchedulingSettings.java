package io.emaki.scheduling;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param pollInterval how often each scheduler looks for due work; work of this process is started at once
 * @param heartbeat how often running work says that it lives; it is taken over after six missed ones
 * @param shutdownWait how long running work may go on when the service stops
 */
@ConfigurationProperties("emaki.scheduling")
public record SchedulingSettings(
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("10s") Duration shutdownWait) {}
