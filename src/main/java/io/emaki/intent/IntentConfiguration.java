package io.emaki.intent;

import io.emaki.intent.embedded.EmbeddedDetector;
import io.emaki.intent.llm.LlmDetector;
import io.emaki.intent.llm.LlmSettings;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntentConfiguration {

    @Bean
    VisualChangeDetector visualChangeDetector(
            DetectorSettings detector, LlmSettings llm, @Value("${emaki.prompts-dir:prompts}") String prompts) {
        EmbeddedDetector embedded = new EmbeddedDetector();
        if (detector.kind() == DetectorSettings.Kind.EMBEDDED) {
            return embedded;
        }
        if (llm.baseUrl().isBlank()) {
            throw new IllegalStateException("emaki.detector.kind=llm needs emaki.llm.base-url, the address of an"
                    + " OpenAI-compatible API such as http://localhost:11434/v1");
        }
        return new LlmDetector(llm, Path.of(prompts), embedded);
    }
}
