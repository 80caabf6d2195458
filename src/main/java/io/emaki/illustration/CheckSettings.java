package io.emaki.illustration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who looks at edited pictures.
 *
 * @param kind {@code embedded} compares pixels, {@code llm} asks a language model that can see, {@code none} accepts all
 * @param baseUrl OpenAI-compatible API up to and including {@code /v1}
 * @param model must take pictures
 */
@ConfigurationProperties("emaki.check")
record CheckSettings(
        @DefaultValue("embedded") Kind kind,
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("gpt-4o-mini") String model,
        @DefaultValue("30s") Duration timeout) {

    enum Kind {
        EMBEDDED,
        LLM,
        NONE
    }

    CheckSettings {
        if (kind == Kind.LLM && baseUrl.isBlank()) {
            throw new IllegalArgumentException(
                    "emaki.check.kind=llm needs emaki.check.base-url (or emaki.llm.base-url),"
                            + " the address of an OpenAI-compatible API such as http://localhost:11434/v1");
        }
    }
}
