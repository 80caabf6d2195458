package io.emaki.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.access.IssuedToken;
import io.emaki.access.Tokens;
import io.emaki.testing.ServiceContract;
import io.emaki.testing.TestBeans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** What repeated requests get on every database. */
@Import({TestBeans.class, Probe.class})
abstract class IdempotencyContract extends ServiceContract {

    private static final String PERSONA = """
            {"name": "Rin", "description": "An adult ranger.",
             "appearance": {"outfit": "a green hoodie", "scene": "a forest", "pose": "standing"}}
            """;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Probe probe;

    @Autowired
    private AnswerStore answers;

    @Autowired
    private JdbcClient jdbc;

    private IssuedToken token;

    @BeforeEach
    void ownWorkspace() {
        token = tokens.create("repeating", "r" + UUID.randomUUID().toString().replace("-", ""));
        probe.reset();
    }

    private MvcTestResult send(String key, String path, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", "Bearer " + token.secret())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult upload(String key, String content) {
        return http.post()
                .uri("/api/v1/probe/upload")
                .multipart()
                .part(new MockPart("file", "picture.txt", content.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer " + token.secret())
                .header("Idempotency-Key", key)
                .exchange();
    }

    private long rows() {
        return jdbc.sql("select count(*) from idempotent_answer where workspace_id = ?")
                .param(token.workspaceId())
                .query(Long.class)
                .single();
    }

    @Test
    void theSameRequestGetsTheSameAnswerAndIsDoneOnce() {
        MvcTestResult first = send("k", "/api/v1/personas", PERSONA);
        MvcTestResult second = send("k", "/api/v1/personas", PERSONA);

        JsonNode made = ok(first);
        assertThat(second).hasStatus(first.getResponse().getStatus()).hasHeader("Idempotent-Replayed", "true");
        assertThat(text(second)).isEqualTo(text(first));
        assertThat(first.getResponse().getHeader("Idempotent-Replayed")).isNull();
        JsonNode other = ok(send("k2", "/api/v1/personas", PERSONA));
        assertThat(other.path("id")).isNotEqualTo(made.path("id"));
    }

    @Test
    void theHeadersOfTheAnswerComeAgain() {
        MvcTestResult first = send("k", "/api/v1/probe", "{}");
        MvcTestResult second = send("k", "/api/v1/probe", "{}");

        assertThat(first)
                .hasStatus(201)
                .hasHeader("Location", "/api/v1/probe/1")
                .hasHeader("ETag", "\"1\"");
        assertThat(second)
                .hasStatus(201)
                .hasHeader("Location", "/api/v1/probe/1")
                .hasHeader("ETag", "\"1\"");
        assertThat(second.getResponse().getContentType())
                .isEqualTo(first.getResponse().getContentType());
        assertThat(text(second)).isEqualTo("run 1 of {}");
        assertThat(probe.runs).hasValue(1);
    }

    @Test
    void anotherBodyOrQueryUnderTheKeyIsRefused() {
        assertThat(send("k", "/api/v1/probe", "{}")).hasStatus2xxSuccessful();

        assertThat(refusal(send("k", "/api/v1/probe", "{ }"), 422)).startsWith("Idempotency-Key was used for another");
        assertThat(refusal(send("k", "/api/v1/probe?draft=true", "{}"), 422)).startsWith("Idempotency-Key ");
        assertThat(probe.runs).hasValue(1);
    }

    @Test
    void aKeyBelongsToARouteAndAWorkspace() {
        assertThat(send("k", "/api/v1/probe", "{}")).hasStatus2xxSuccessful();
        assertThat(send("k", "/api/v1/probe/200", "{}")).hasStatus2xxSuccessful();
        ownWorkspace();

        assertThat(text(send("k", "/api/v1/probe", "{}"))).isEqualTo("run 1 of {}");
        assertThat(probe.runs).hasValue(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aCorrectedRequestMayUseTheKeyOfTheRefusedOne() {
        assertThat(send("k", "/api/v1/personas", "{\"name\": \"\"}")).hasStatus(400);
        assertThat(rows()).isZero();

        ok(send("k", "/api/v1/personas", PERSONA));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415, 422, 429})
    void refusalsOfTheRequestAreNotKept(int status) {
        assertThat(send("k", "/api/v1/probe/" + status, "{}")).hasStatus(status);
        assertThat(text(send("k", "/api/v1/probe/" + status, "{}"))).isEqualTo("run 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 404, 409, 500, 503})
    void otherAnswersAreKept(int status) {
        assertThat(send("k", "/api/v1/probe/" + status, "{}")).hasStatus(status);
        MvcTestResult second = send("k", "/api/v1/probe/" + status, "{}");
        assertThat(second).hasStatus(status);
        assertThat(text(second)).isEqualTo("run 1");
    }

    @Test
    void anUnexpectedFailureIsKeptToo() {
        MvcTestResult first = send("k", "/api/v1/probe/failure", "{}");
        MvcTestResult second = send("k", "/api/v1/probe/failure", "{}");

        assertThat(first).hasStatus(500).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(second).hasStatus(500);
        assertThat(text(second)).isEqualTo(text(first)).doesNotContain("broke");
        assertThat(probe.runs).hasValue(1);
    }

    @Test
    void aRequestThatIsStillRunningIsNotDoneTwice() throws Exception {
        probe.entered = new CountDownLatch(1);
        probe.mayGo = new CountDownLatch(1);
        CompletableFuture<MvcTestResult> first =
                CompletableFuture.supplyAsync(() -> send("k", "/api/v1/probe", "{}"), Thread::startVirtualThread);
        assertThat(probe.entered.await(30, TimeUnit.SECONDS)).isTrue();

        MvcTestResult second = send("k", "/api/v1/probe", "{}");
        MvcTestResult other = send("k", "/api/v1/probe", "[]");
        probe.mayGo.countDown();

        assertThat(refusal(second, 409)).startsWith("Idempotency-Key names a request that is still running");
        assertThat(Integer.parseInt(second.getResponse().getHeader("Retry-After")))
                .isBetween(1, 60);
        assertThat(other).hasStatus(422);
        assertThat(first.get(30, TimeUnit.SECONDS)).hasStatus(201);
        assertThat(text(send("k", "/api/v1/probe", "{}"))).isEqualTo("run 1 of {}");
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        List<Future<MvcTestResult>> sent = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                sent.add(clients.submit(() -> send("k", "/api/v1/probe", "{}")));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<MvcTestResult> answer : sent) {
            statuses.add(answer.get().getResponse().getStatus());
        }
        assertThat(probe.runs).hasValue(1);
        assertThat(statuses).contains(201).isSubsetOf(201, 409);
    }

    @Test
    void aDeadProcessBlocksItsKeyForAMinuteOnly() {
        String fingerprint = "0".repeat(64);
        RequestKey key = new RequestKey(token.workspaceId(), "k", "/api/v1/probe");
        Claim.Granted dead = (Claim.Granted) answers.claim(key, fingerprint);
        assertThat(answers.claim(key, fingerprint)).isEqualTo(new Claim.Running(AnswerStore.LEASE));

        clock.move(AnswerStore.LEASE);
        Claim.Granted next = (Claim.Granted) answers.claim(key, fingerprint);
        answers.keep(key, dead.owner(), new StoredAnswer(200, null, null, null, new byte[] {1}));
        assertThat(answers.claim(key, fingerprint)).isInstanceOf(Claim.Running.class);
        answers.release(key, dead.owner());
        answers.keep(key, next.owner(), new StoredAnswer(204, null, null, null, new byte[0]));

        assertThat(answers.claim(key, fingerprint))
                .isInstanceOfSatisfying(
                        Claim.Answered.class,
                        kept -> assertThat(kept.answer().status()).isEqualTo(204));
        assertThat(answers.claim(key, "1".repeat(64))).isEqualTo(new Claim.OtherRequest());
    }

    @Test
    void answersAreKeptForADayAndThenPurged() {
        assertThat(send("k", "/api/v1/probe", "{}")).hasStatus2xxSuccessful();
        assertThat(send("stale", "/api/v1/probe", "{}")).hasStatus2xxSuccessful();
        clock.move(Duration.ofHours(24).minusSeconds(1));
        assertThat(text(send("k", "/api/v1/probe", "{}"))).isEqualTo("run 1 of {}");

        clock.move(Duration.ofSeconds(1));
        assertThat(text(send("k", "/api/v1/probe", "[]"))).isEqualTo("run 3 of []");
        clock.move(Duration.ofMinutes(10));
        assertThat(send("fresh", "/api/v1/probe", "{}")).hasStatus2xxSuccessful();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void formsAreTheSameWhateverTheirBoundary() {
        assertThat(text(upload("k", "a picture"))).isEqualTo("run 1 of a picture");
        assertThat(text(upload("k", "a picture"))).isEqualTo("run 1 of a picture");
        assertThat(upload("k", "another")).hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "schlüssel", "a\u0000b"})
    void refusesKeysThatAreNone(String key) {
        assertThat(refusal(send(key, "/api/v1/probe", "{}"), 400)).startsWith("Idempotency-Key must be 1 to 255");
        assertThat(probe.runs).hasValue(0);
    }

    @Test
    void keysMayBe255CharactersLong() {
        assertThat(send("k".repeat(256), "/api/v1/probe", "{}")).hasStatus(400);
        assertThat(send("k".repeat(255), "/api/v1/probe", "{}")).hasStatus(201);
    }

    @Test
    void picturesAndRequestsWithoutAKeyAreLeftAlone() {
        assertThat(text(send("k", "/api/v1/images/probe", "{}"))).isEqualTo("run 1");
        assertThat(text(send("k", "/api/v1/images/probe", "{}"))).isEqualTo("run 2");
        assertThat(post("/api/v1/probe", "{}")).hasStatus2xxSuccessful();
        assertThat(post("/api/v1/probe", "{}")).hasStatus2xxSuccessful();
        assertThat(probe.runs).hasValue(4);
        assertThat(rows()).isZero();
    }

    @Test
    void aStrangerLearnsNothingOfKeptAnswers() {
        assertThat(send("k", "/api/v1/probe", "{}")).hasStatus2xxSuccessful();

        assertThat(http.post()
                        .uri("/api/v1/probe")
                        .header("Idempotency-Key", "k")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(401);
    }
}
