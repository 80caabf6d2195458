package io.emaki.intent.llm;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The language model that reads turns.
 *
 * @param baseUrl address of an OpenAI-compatible API up to and including {@code /v1}; empty where none is used
 * @param apiKey sent as a bearer token; may be empty for local servers
 * @param timeout of one attempt, 100 milliseconds to 5 minutes
 * @param retries further attempts after a failed one, 0 to 5
 */
@ConfigurationProperties("emaki.llm")
public record LlmSettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("gpt-4o-mini") String model,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("2") int retries) {

    public LlmSettings {
        if (!baseUrl.isEmpty()) {
            requireHttp(baseUrl);
        }
        if (timeout.compareTo(Duration.ofMillis(100)) < 0 || timeout.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("emaki.llm.timeout must be from 100ms to 5m, not " + timeout);
        }
        if (retries < 0 || retries > 5) {
            throw new IllegalArgumentException("emaki.llm.retries must be from 0 to 5, not " + retries);
        }
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
