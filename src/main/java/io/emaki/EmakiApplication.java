package io.emaki;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The service. Commands that need it start it themselves; the others run without Spring. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EmakiApplication {

    /** The only place that knows the system's clock; everything else asks this one. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
