package io.emaki.intent;

import io.emaki.intent.llm.LlmSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntentConfiguration {

    @Bean
    VisualChangeDetector visualChangeDetector(
            DetectorSettings detector,
            LlmSettings llm,
            @Value("${emaki.prompts-dir:prompts}") String prompts,
            Clock clock,
            MeterRegistry meters) {
        return Detectors.of(detector, llm, Path.of(prompts), clock, meters);
    }
}
