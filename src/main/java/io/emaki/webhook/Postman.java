package io.emaki.webhook;

import io.emaki.problem.Require;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.stereotype.Component;

/**
 * Sends one message once. Every address is judged at the moment it is connected to, so a name that points elsewhere a moment
 * later is judged again; redirects are not followed, since they would lead past that.
 */
@Component
class Postman {

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-timeout").factory());

    Postman(TargetPolicy targets, WebhookSettings settings, Clock clock) {
        this.timeout = settings.timeout();
        this.clock = clock;
        this.client = new HttpComponentsHttpClientBuilder()
                .withCustomizer(Postman::plain)
                .build(HttpClientSettings.defaults()
                        .withRedirects(HttpRedirects.DONT_FOLLOW)
                        .withTimeouts(timeout, timeout)
                        .withInetAddressFilter(targets.addresses()));
    }

    /** Retries are the schedule's business, and nothing may be carried from one receiver to another. */
    private static void plain(HttpClientBuilder builder) {
        builder.disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Emaki-Webhooks");
    }

    Answer send(Letter letter) {
        Instant timestamp = clock.instant();
        HttpPost post = new HttpPost(letter.url());
        post.setHeader("webhook-id", letter.messageId());
        post.setHeader("webhook-timestamp", Long.toString(timestamp.getEpochSecond()));
        post.setHeader(
                "webhook-signature", Secret.signatures(letter.secrets(), letter.messageId(), timestamp, letter.body()));
        post.setEntity(new StringEntity(letter.body(), ContentType.APPLICATION_JSON));
        long start = System.nanoTime();
        // The client's own time-outs start anew with every byte that trickles in.
        ScheduledFuture<?> deadline = timer.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            // Closing the response in the usual way would first read all that the receiver has to say, however long it
            // takes.
            @SuppressWarnings("resource")
            ClassicHttpResponse response = client.executeOpen(null, post, null);
            Answer answer = new Answer(response.getCode(), null, retryAfter(response), since(start));
            post.cancel();
            return answer;
        } catch (IOException | RuntimeException failure) {
            return new Answer(null, reason(failure, post.isCancelled()), null, since(start));
        } finally {
            deadline.cancel(false);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private String reason(Exception failure, boolean late) {
        if (late) {
            return "no answer within " + timeout.toSeconds() + " s";
        }
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return Require.cut(text, 500);
    }

    private @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null || header.getValue() == null) {
            return null;
        }
        String value = header.getValue().strip();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), date);
            return wait.isNegative() ? null : wait;
        } catch (DateTimeParseException neither) {
            return null;
        }
    }

    @PreDestroy
    void close() throws IOException {
        timer.shutdownNow();
        client.close();
    }
}
