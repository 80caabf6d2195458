package io.emaki.testing;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time, scheduling, model and detector under the test's control; everything else is the service as it runs. */
@TestConfiguration(proxyBeanMethods = false)
public class TestBeans {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    @Primary
    ManualSchedulers manualSchedulers(
            DataSource dataSource, Clock clock, @Value("${spring.datasource.url}") String url) {
        return new ManualSchedulers(dataSource, clock, url.startsWith("jdbc:postgresql"));
    }

    @Bean
    @Primary
    InstantEditor instantEditor() {
        return new InstantEditor();
    }

    @Bean
    @Primary
    ScriptedDetector scriptedDetector() {
        return new ScriptedDetector();
    }
}
