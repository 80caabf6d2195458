package io.emaki.webhook;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {

    @ParameterizedTest
    @ValueSource(longs = {-1, 604_801})
    void refusesOverlapsThatARequestMayNotAskForEither(long seconds) {
        assertThatThrownBy(() -> new WebhookSettings(
                        false,
                        1,
                        Duration.ofSeconds(5),
                        List.of(Duration.ofSeconds(5)),
                        Duration.ofDays(5),
                        Duration.ofSeconds(seconds)))
                .hasMessageStartingWith("emaki.webhook.secret-overlap must be 0s to 7d");
    }
}
