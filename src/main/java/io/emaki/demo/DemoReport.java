package io.emaki.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, turn by turn; written as JSON.
 *
 * @param succeeded whether everything went as the script expects
 * @param randomWeights whether the model is untrained, so that its pictures are noise
 * @param seconds from the first turn to the last picture
 */
public record DemoReport(
        boolean succeeded,
        String title,
        Instant startedAt,
        double seconds,
        boolean randomWeights,
        String personaId,
        String storyId,
        List<TurnReport> turns,
        Webhooks webhooks,
        List<String> problems) {

    /**
     * @param expected changes of the script as {@code "axis op"}
     * @param picture SHA-256 of the persona's picture after the turn
     * @param seconds from sending the turn to the verified webhook
     */
    public record TurnReport(
            int number,
            String speaker,
            String text,
            String turnId,
            String detector,
            List<String> expected,
            List<ChangeReport> changes,
            List<JobReport> jobs,
            String picture,
            double seconds) {}

    public record ChangeReport(String axis, String op, String description, String evidence, double confidence) {}

    /** @param webhookId id of the delivery that told of the new picture, null when none came */
    public record JobReport(
            String id, String state, @Nullable String webhookId) {}

    /**
     * @param rejected deliveries whose signature was wrong
     * @param secret what signed them; worth nothing any more, since the demo's database is gone
     */
    public record Webhooks(int verified, int rejected, String secret, List<Delivery> deliveries) {}

    /** A delivery exactly as it came, so that its signature can be checked again. */
    public record Delivery(String id, String timestamp, String signature, String body) {}
}
