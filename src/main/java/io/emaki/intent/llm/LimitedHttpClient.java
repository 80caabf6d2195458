package io.emaki.intent.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.emaki.intent.llm.CallFailedException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends the library's requests, each within what is left of its turn's time. The library's own client ends the wait with the headers,
 * so that a body may drip for ever, and keeps {@code Retry-After} to itself.
 */
final class LimitedHttpClient implements HttpClient {

    /** For the calls within it: how long one may take, body included. */
    static final ScopedValue<Duration> LIMIT = ScopedValue.newInstance();

    /** An answer has a few hundred characters. */
    private static final long LARGEST_ANSWER = 1 << 20;

    private final java.net.http.HttpClient client;
    private final Clock clock;

    private LimitedHttpClient(Duration connectTimeout, Clock clock) {
        this.client = java.net.http.HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                // Several local servers answer the upgrade that HTTP/2 begins with by hanging up.
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .build();
        this.clock = clock;
    }

    /** Ignores what the library sets: the limits are this client's own. */
    static HttpClientBuilder builder(Duration connectTimeout, Clock clock) {
        return new HttpClientBuilder() {
            @Override
            public Duration connectTimeout() {
                return connectTimeout;
            }

            @Override
            public HttpClientBuilder connectTimeout(Duration timeout) {
                return this;
            }

            @Override
            public Duration readTimeout() {
                return connectTimeout;
            }

            @Override
            public HttpClientBuilder readTimeout(Duration timeout) {
                return this;
            }

            @Override
            public HttpClient build() {
                return new LimitedHttpClient(connectTimeout, clock);
            }
        };
    }

    /** @throws CallFailedException when no answer with a status of 2xx comes in time */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new CallFailedException(
                    kind(answer.statusCode()),
                    "HTTP " + answer.statusCode(),
                    answer.headers()
                            .firstValue("Retry-After")
                            .flatMap(value -> RetryAfter.parse(value, clock.instant())));
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(answer.statusCode())
                .headers(answer.headers().map())
                .body(new String(answer.body(), StandardCharsets.UTF_8))
                .build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        Duration limit = LIMIT.get();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(plain(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new CallFailedException(Kind.TIMED_OUT, "no answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw new CallFailedException(
                    Kind.CONNECTION,
                    failed.getCause() instanceof IOException ? "the connection failed" : "the call failed");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CallFailedException(Kind.INTERRUPTED, "interrupted");
        } finally {
            // Closes the connection when the answer has not come.
            answer.cancel(true);
        }
    }

    private static java.net.http.HttpRequest plain(HttpRequest request) {
        java.net.http.HttpRequest.Builder plain = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(
                        request.method().name(),
                        java.net.http.HttpRequest.BodyPublishers.ofString(String.valueOf(request.body())));
        request.headers().forEach((name, values) -> values.forEach(value -> plain.header(name, value)));
        return plain.build();
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 429 -> Kind.RATE_LIMITED;
            case 408 -> Kind.TIMED_OUT;
            case 400, 413, 422 -> Kind.REJECTED;
            default -> status >= 500 ? Kind.SERVER_ERROR : Kind.REFUSED;
        };
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are read as a whole");
    }
}
