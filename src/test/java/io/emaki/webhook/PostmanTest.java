package io.emaki.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmanTest {

    private final WireMockServer receiver = new WireMockServer(wireMockConfig().dynamicPort());

    @BeforeEach
    void open() {
        receiver.start();
        answer(noContent());
    }

    @AfterEach
    void close() {
        receiver.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]"})
    void judgesTheAddressThatAConnectionWouldGet(String host) throws IOException {
        Answer answer = send(host, false, Duration.ofSeconds(10));

        assertThat(answer.status()).isNull();
        assertThat(answer.error()).isNotBlank();
        assertThat(receiver.getAllServeEvents()).isEmpty();
    }

    @Test
    void doesNotWaitForEverForAnAnswer() throws IOException {
        answer(noContent().withFixedDelay(60_000));

        Answer answer = send("127.0.0.1", true, Duration.ofSeconds(1));

        assertThat(answer.status()).isNull();
        assertThat(answer.error()).isEqualTo("no answer within 1 s");
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void doesNotReadWhatTheReceiverHasToSay() throws IOException {
        answer(ok("x".repeat(10_000)).withChunkedDribbleDelay(100, 60_000));

        Answer answer = send("127.0.0.1", true, Duration.ofSeconds(40));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(30));
    }

    private void answer(ResponseDefinitionBuilder answer) {
        receiver.resetMappings();
        receiver.stubFor(any(anyUrl()).willReturn(answer));
    }

    private Answer send(String host, boolean allowPrivate, Duration timeout) throws IOException {
        WebhookSettings settings = new WebhookSettings(
                allowPrivate, 1, timeout, List.of(Duration.ofSeconds(5)), Duration.ofDays(5), Duration.ofDays(1));
        Postman postman = new Postman(new TargetPolicy(settings), settings, Clock.systemUTC());
        try {
            String url = "http://" + host + ":" + receiver.port() + "/hook";
            return postman.send(new Letter(UUID.randomUUID(), "msg_1", url, List.of(Secret.random()), "{}"));
        } finally {
            postman.close();
        }
    }
}
