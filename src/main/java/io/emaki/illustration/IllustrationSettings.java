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
     * @param settle how long a persona's further changes are gathered after its last edit was asked for; the first change
     *     after a quiet time is drawn at once
     * @param waitDeadline a job that has not begun so long after it could have is given up
     * @param runDeadline an attempt that takes longer is stopped and fails the job
     * @param reanchorAfter edits of edits before the next one starts from the identity picture again; 0 never does
     * @param checkRetries further pictures with other seeds when the check of a result fails
     * @param companionReferences most pictures of companions who are personas that are given along as further references;
     *     0 for models that have learned to look at one reference only
     * @param workspaceDailyEdits most pictures drawn for a workspace's stories in a UTC day; 0 for no limit
     */
    record Edits(
            @DefaultValue("2") int threads,
            @DefaultValue({"2s", "15s", "60s"}) List<Duration> retryAfter,
            @DefaultValue("1s") Duration settle,
            @DefaultValue("15m") Duration waitDeadline,
            @DefaultValue("10m") Duration runDeadline,
            @DefaultValue("3") int reanchorAfter,
            @DefaultValue("1") int checkRetries,
            @DefaultValue("0") int companionReferences,
            @DefaultValue("0") int workspaceDailyEdits) {}
}
