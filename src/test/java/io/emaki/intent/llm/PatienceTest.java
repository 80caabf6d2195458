package io.emaki.intent.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.emaki.intent.llm.ModelServer.TEXT;
import static io.emaki.intent.llm.ModelServer.answer;
import static io.emaki.intent.llm.ModelServer.turn;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often, how long and when no more a failing model is asked. */
class PatienceTest {

    private static final String NOTHING = "{\"changes\":[]}";

    private final ModelServer server = new ModelServer();

    @RegisterExtension
    private final WireMockExtension http = server.http;

    @Test
    void aPassingErrorIsTriedAgainAfterWaitsThatDouble() {
        server.serveInTurn(
                aResponse().withStatus(500), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), answer(NOTHING));

        assertThat(server.detector(2).detect(turn(TEXT)).detector()).isEqualTo("llm:reader");
        assertThat(server.time.waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(server.count("emaki.llm.retries")).isEqualTo(2);
        assertThat(server.count("emaki.llm.fallbacks")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7 | 7", "Tue, 01 Jan 2030 00:00:09 GMT | 9", "soon | 0", "0 | 0"})
    void waitsAsLongAsTheServerAsks(String retryAfter, int seconds) {
        server.serveInTurn(aResponse().withStatus(429).withHeader("Retry-After", retryAfter), answer(NOTHING));

        assertThat(server.detector(1).detect(turn(TEXT)).detector()).isEqualTo("llm:reader");
        assertThat(server.time.waits)
                .singleElement()
                .satisfies(wait -> assertThat(wait)
                        .isBetween(
                                Duration.ofSeconds(seconds),
                                Duration.ofSeconds(seconds).plusMillis(500)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "99999999999999999999", "Wed, 01 Jan 2031 00:00:00 GMT"})
    void doesNotWaitForMoreThanTheTurnsTime(String retryAfter) {
        server.serve(aResponse().withStatus(429).withHeader("Retry-After", retryAfter));

        assertThat(server.detector(5).detect(turn(TEXT)).detector()).isEqualTo("embedded (llm failed: HTTP 429)");
        assertThat(server.time.waits).isEmpty();
        assertThat(server.calls()).isEqualTo(1);
    }

    @Test
    void allTriesTogetherStayWithinTheDeadline() {
        server.serve(aResponse().withStatus(500));

        server.detector(5, Duration.ofSeconds(5), Duration.ofSeconds(4)).detect(turn(TEXT));

        assertThat(server.time.waits)
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void theTriesHaveAnEnd() {
        server.serve(aResponse().withStatus(503));

        server.detector(2).detect(turn(TEXT));

        assertThat(server.calls()).isEqualTo(3);
    }

    @Test
    void aWrongKeyIsNotTriedAgain() {
        server.serve(aResponse().withStatus(401));

        server.detector(5).detect(turn(TEXT));

        assertThat(server.calls()).isEqualTo(1);
    }

    @Test
    void leavesAFailingModelAloneForAWhileAndThenAsksAgain() {
        server.serve(aResponse().withStatus(500));
        LlmDetector detector = server.detector(0);
        for (int i = 0; i < 5; i++) {
            detector.detect(turn(TEXT));
        }
        assertThat(detector.detect(turn(TEXT)).detector())
                .isEqualTo("embedded (llm failed: it failed too often and is left alone for a while)");
        assertThat(server.calls()).isEqualTo(5);
        assertThat(server.count("emaki.llm.fallbacks", "reason", "resting")).isEqualTo(1);

        server.serve(answer(NOTHING));
        server.time.pass(Duration.ofSeconds(31));

        assertThat(detector.detect(turn(TEXT)).detector()).isEqualTo("llm:reader");
        assertThat(detector.detect(turn(TEXT)).detector()).isEqualTo("llm:reader");
        assertThat(detector.detect(turn(TEXT)).detector()).isEqualTo("llm:reader");
    }

    @Test
    void turnsThatTheModelRejectsAreNotItsFailures() {
        server.serve(aResponse().withStatus(400));
        LlmDetector detector = server.detector(0);
        for (int i = 0; i < 12; i++) {
            detector.detect(turn(TEXT));
        }

        assertThat(server.calls()).isEqualTo(12);
    }

    @Test
    void anInterruptedTurnEndsAtOnce() {
        server.serve(aResponse().withStatus(500).withFixedDelay(5_000));

        Thread.currentThread().interrupt();
        String detector = server.detector(3).detect(turn(TEXT)).detector();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(detector).isEqualTo("embedded (llm failed: interrupted)");
    }
}
