package io.emaki.scheduling;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SchedulingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SchedulerFactory schedulerFactory(DataSource dataSource, Clock clock, SchedulingSettings settings) {
        return new DbSchedulerFactory(dataSource, clock, settings);
    }

    @Bean
    Pauses pauses(JdbcClient database, Clock clock) {
        return new Pauses(database, clock);
    }
}
