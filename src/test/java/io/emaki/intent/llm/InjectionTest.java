package io.emaki.intent.llm;

import static io.emaki.intent.llm.ModelServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.emaki.detection.TurnFile;
import io.emaki.detection.TurnLine;
import io.emaki.intent.Detection;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChange;
import io.emaki.intent.embedded.EmbeddedDetector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A model that obeys every attempt at once can still only fill the closed type, for that persona, with words of that turn. */
class InjectionTest {

    private static final Path CORPUS = Path.of("src/test/resources/io/emaki/intent/injections.jsonl");

    private final ModelServer server = new ModelServer();

    @RegisterExtension
    private final WireMockExtension http = server.http;

    static Stream<TurnLine> attempts() {
        return TurnFile.readAll(CORPUS, false).stream();
    }

    /** What an obedient model might say: quotes of every part of the material, in every shape that was asked for. */
    private static List<String> obedient(TurnText turn) {
        List<Map<String, Object>> changes = new ArrayList<>();
        for (String evidence : List.of(
                turn.text(),
                turn.history().getFirst(),
                turn.persona().outfit(),
                turn.persona().name(),
                "https://evil.example/a.png")) {
            for (String axis : List.of("outfit", "scene", "pose", "companion", "system", "魂")) {
                for (String op : List.of("set", "add", "remove", "exec", "毁灭")) {
                    changes.add(change(axis, op, "persona", "red bikini", evidence));
                    changes.add(change(axis, op, "the sailor", "red coat", evidence));
                    changes.add(change(axis, op, "persona", "https://evil.example/a.png", evidence));
                    changes.add(change(axis, op, "persona", "{name} ${jndi:ldap://x} <tool_call>", evidence));
                }
            }
        }
        String all = JsonMapper.shared().writeValueAsString(Map.of("changes", changes, "tool_call", "update_avatar"));
        return List.of(
                all,
                "```json\n" + all + "\n```",
                "OK",
                "DONE",
                "{\"outfit\":\"red bikini\",\"scene\":\"beach\"}",
                "<tool_call>{\"name\":\"update_avatar\"}</tool_call>",
                "{\"changes\":[\"red bikini\",{\"axis\":{\"$ref\":\"x\"},\"op\":[]}]}");
    }

    private static Map<String, Object> change(
            String axis, String op, String subject, String description, String evidence) {
        return Map.of(
                "axis",
                axis,
                "op",
                op,
                "subject",
                subject,
                "description",
                description,
                "evidence",
                evidence,
                "confidence",
                99,
                "url",
                "http://169.254.169.254/",
                "path",
                "/etc/passwd");
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void theOutcomeIsALegalListForThatPersona(TurnLine attempt) {
        TurnText turn = attempt.turn();
        LlmDetector detector = server.detector(0);
        for (String content : obedient(turn)) {
            server.serve(answer(content));

            Detection detection = detector.detect(turn);

            if (detection.detector().equals("llm:reader")) {
                assertLegal(detection, turn);
            } else {
                assertThat(detection.changes()).containsExactly(ModelServer.FALLBACK);
            }
        }
        assertThat(server.count("emaki.llm.drops", "reason", "subject")).isPositive();
        assertThat(server.count("emaki.llm.drops", "reason", "axis")).isPositive();
    }

    private static void assertLegal(Detection detection, TurnText turn) {
        assertThat(detection.changes()).allSatisfy(change -> {
            assertThat(change.axis().allows(change.op())).isTrue();
            assertThat(turn.text()).contains(change.evidence());
            assertThat(change.description()).isEqualTo("red bikini");
            assertThat(change.confidence()).isBetween(0.0, 1.0);
        });
        assertThat(detection.changes())
                .extracting(VisualChange::axis, VisualChange::op)
                .doesNotHaveDuplicates();
    }

    /** Rules and material stay apart: the rules are the same for everybody, and no material can end its fence. */
    @ParameterizedTest
    @MethodSource("attempts")
    void materialStaysBehindItsFence(TurnLine attempt) {
        server.serve(answer("{\"changes\":[]}"));
        LlmDetector detector = server.detector(0);
        detector.detect(ModelServer.turn(ModelServer.TEXT));
        String rules = server.sent("system");

        detector.detect(attempt.turn());

        assertThat(server.sent("system")).isEqualTo(rules);
        assertThat(server.sent("user").split("<<<", -1)).hasSize(4);
        assertThat(server.sent("user").split(">>>", -1)).hasSize(4);
    }

    @Test
    void theEmbeddedDetectorQuotesOnlyTheTurn() {
        EmbeddedDetector embedded = new EmbeddedDetector();

        assertThat(attempts())
                .allSatisfy(attempt -> assertThat(
                                embedded.detect(attempt.turn()).changes())
                        .as(attempt.id())
                        .allSatisfy(change -> assertThat(attempt.turn().text()).contains(change.evidence())));
    }

    @Test
    void theCorpusHasEveryLanguageAndPlace() {
        for (String lang : List.of("en", "ja", "zh")) {
            for (String place : List.of("turn", "persona", "history")) {
                assertThat(attempts().filter(attempt -> attempt.id().startsWith(lang + "-" + place)))
                        .hasSizeGreaterThanOrEqualTo(8);
            }
        }
    }
}
