package io.emaki.intent.llm;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The language model that reads turns.
 *
 * @param baseUrl address of an OpenAI-compatible API up to and including {@code /v1}; empty where none is used
 * @param apiKey sent as a bearer token; may be empty for local servers
 * @param timeout of one attempt, 100 milliseconds to 5 minutes
 * @param retries further attempts after a failed one, 0 to 5
 * @param deadline for all attempts at a turn and the waits between them, 100 milliseconds to 10 minutes
 * @param restAfterFailures how long the model is left alone after most of the last calls have failed, 1 second to 1 hour
 */
@ConfigurationProperties("emaki.llm")
public record LlmSettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("gpt-4o-mini") String model,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("2") int retries,
        @DefaultValue("30s") Duration deadline,
        @DefaultValue("30s") Duration restAfterFailures) {

    public LlmSettings {
        if (!baseUrl.isEmpty()) {
            requireHttp(baseUrl);
        }
        requireBetween("timeout", timeout, Duration.ofMillis(100), Duration.ofMinutes(5));
        requireBetween("deadline", deadline, Duration.ofMillis(100), Duration.ofMinutes(10));
        requireBetween("rest-after-failures", restAfterFailures, Duration.ofSeconds(1), Duration.ofHours(1));
        if (retries < 0 || retries > 5) {
            throw new IllegalArgumentException("emaki.llm.retries must be from 0 to 5, not " + retries);
        }
    }

    private static void requireBetween(String setting, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("emaki.llm." + setting + " must be from " + shown(least) + " to "
                    + shown(most) + ", not " + shown(value));
        }
    }

    /** As settings are written: 100ms, 5m. */
    private static String shown(Duration value) {
        return value.toMillis() < 1000
                ? value.toMillis() + "ms"
                : value.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static void requireHttp(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("emaki.llm.base-url is no address: " + address, e);
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "emaki.llm.base-url must start with http:// or https:// and name a host, not " + address);
        }
    }
}
