package io.emaki.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowPrivateTargets whether messages may go to addresses of this machine and its networks; leave it off where
 *     strangers can register endpoints
 * @param threads messages that this process sends at once
 * @param timeout for a whole attempt, from connecting to the answer's headers
 * @param retryAfter waits after each failed attempt; when they are used up the delivery has failed
 * @param disableAfter an endpoint that fails for this long is disabled
 * @param secretOverlap how long a replaced secret goes on signing when the request does not say; 0 to 7 days
 */
@ConfigurationProperties("emaki.webhook")
record WebhookSettings(
        @DefaultValue("false") boolean allowPrivateTargets,
        @DefaultValue("8") int threads,
        @DefaultValue("20s") Duration timeout,

        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> retryAfter,

        @DefaultValue("5d") Duration disableAfter,
        @DefaultValue("24h") Duration secretOverlap) {

    static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    WebhookSettings {
        if (secretOverlap.isNegative() || secretOverlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new IllegalArgumentException("emaki.webhook.secret-overlap must be 0s to 7d, not " + secretOverlap);
        }
    }
}
