package io.emaki.intent;

import io.emaki.intent.embedded.EmbeddedDetector;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntentConfiguration {

    @Bean
    VisualChangeDetector visualChangeDetector() {
        return new EmbeddedDetector();
    }
}
