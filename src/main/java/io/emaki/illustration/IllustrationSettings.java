package io.emaki.illustration;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param promptsDir folder of {@code instructions.yaml}
 * @param illustration how edits run
 */
@ConfigurationProperties("emaki")
record IllustrationSettings(
        @DefaultValue("prompts") String promptsDir,
        @DefaultValue Edits illustration) {

    /**
     * @param threads edits that this process prepares or waits for at once; the device itself takes one after the other
     * @param retryAfter waits before each further attempt; when they are used up the edit has failed
     */
    record Edits(
            @DefaultValue("2") int threads,
            @DefaultValue({"2s", "15s", "60s"}) List<Duration> retryAfter) {}
}
