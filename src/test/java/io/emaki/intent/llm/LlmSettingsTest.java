package io.emaki.intent.llm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.intent.Detection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LlmSettingsTest {

    @Test
    void settingsNameTheFieldThatIsWrong() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new LlmSettings("ftp://host", "", "m", second, 0, second, second))
                .hasMessageContaining("emaki.llm.base-url");
        assertThatThrownBy(() -> new LlmSettings("", "", "m", Duration.ZERO, 0, second, second))
                .hasMessage("emaki.llm.timeout must be from 100ms to 5m, not 0ms");
        assertThatThrownBy(() -> new LlmSettings("", "", "m", second, 9, second, second))
                .hasMessageContaining("emaki.llm.retries");
        assertThatThrownBy(() -> new LlmSettings("", "", "m", second, 0, Duration.ofHours(1), second))
                .hasMessageContaining("emaki.llm.deadline");
        assertThatThrownBy(() -> new LlmSettings("", "", "m", second, 0, second, Duration.ZERO))
                .hasMessageContaining("emaki.llm.rest-after-failures");
        assertThatThrownBy(() -> new LlmDetector(
                        new LlmSettings("http://h/v1", "", "m", second, 0, second, second),
                        Path.of("nowhere"),
                        asked -> new Detection("embedded", List.of()),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry()))
                .hasMessageContaining("emaki.prompts-dir");
    }
}
