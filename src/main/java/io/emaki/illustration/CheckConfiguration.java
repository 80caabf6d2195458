package io.emaki.illustration;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CheckConfiguration {

    private static final String PROMPT = "check/system.md";

    @Bean
    ResultCheck resultCheck(CheckSettings settings, IllustrationSettings folders) {
        return switch (settings.kind()) {
            case NONE -> result -> ResultCheck.Verdict.good();
            case EMBEDDED -> new PixelCheck();
            case LLM -> vision(settings, Path.of(folders.promptsDir()));
        };
    }

    static ResultCheck vision(CheckSettings settings, Path prompts) {
        Path file = prompts.resolve(PROMPT).toAbsolutePath().normalize();
        try {
            return new VisionCheck(
                    OpenAiChatModel.builder()
                            .baseUrl(settings.baseUrl())
                            .apiKey(settings.apiKey().isBlank() ? "none" : settings.apiKey())
                            .modelName(settings.model())
                            .timeout(settings.timeout())
                            .maxRetries(0)
                            .temperature(0.0)
                            .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                            .strictJsonSchema(true)
                            .build(),
                    Files.readString(file),
                    new PixelCheck());
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "the prompt " + file + " cannot be read; emaki.prompts-dir names its folder", missing);
        }
    }
}
