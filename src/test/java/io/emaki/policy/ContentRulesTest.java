package io.emaki.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ContentRulesTest {

    private static final ContentRules RULES = new ContentRules();

    private static List<String> group(String name) {
        try (InputStream in = ContentRulesTest.class.getResourceAsStream("descriptions.txt")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int start = lines.indexOf("[" + name + "]") + 1;
            return lines.subList(start, lines.size()).stream()
                    .takeWhile(line -> !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static Stream<String> harmless() {
        return Stream.of("mild", "borderline").flatMap(name -> group(name).stream());
    }

    static Stream<String> mature() {
        return Stream.of("mature", "evasion").flatMap(name -> group(name).stream());
    }

    static Stream<String> minor() {
        return Stream.of("minor", "evasion-minor").flatMap(name -> group(name).stream());
    }

    private static boolean isAllowed(String text, boolean adultAttested, boolean matureAllowed) {
        return RULES.judge(text, adultAttested, matureAllowed).allowed();
    }

    @Test
    void theTableIsOfSomeSize() {
        assertThat(List.of(group("mild"), group("borderline"), group("mature")))
                .allSatisfy(lines -> assertThat(lines).hasSizeGreaterThanOrEqualTo(40));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void everydayAndMildContentIsDrawnOfEverybody(String text) {
        assertAll(
                () -> assertThat(RULES.judge(text, false, false).rule()).isIn("everyday", "mild"),
                () -> assertThat(isAllowed(text, false, false)).isTrue(),
                () -> assertThat(isAllowed(text, true, false)).isTrue(),
                () -> assertThat(isAllowed(text, false, true)).isTrue(),
                () -> assertThat(isAllowed(text, true, true)).isTrue());
    }

    @ParameterizedTest
    @MethodSource("mature")
    void matureContentNeedsAnAttestedAdultAndTheOperatorsConsent(String text) {
        assertAll(
                () -> assertThat(RULES.classify(text)).isEqualTo(ContentClass.MATURE),
                () -> assertThat(isAllowed(text, false, false)).isFalse(),
                () -> assertThat(isAllowed(text, true, false)).isFalse(),
                () -> assertThat(isAllowed(text, false, true)).isFalse(),
                () -> assertThat(isAllowed(text, true, true)).isTrue());
    }

    @ParameterizedTest
    @MethodSource("minor")
    void noSettingAllowsMatureContentBesideAMinor(String text) {
        assertAll(
                () -> assertThat(RULES.judge(text, true, true).rule()).isEqualTo("minor"),
                () -> assertThat(isAllowed(text, false, false)).isFalse(),
                () -> assertThat(isAllowed(text, true, false)).isFalse(),
                () -> assertThat(isAllowed(text, true, true)).isFalse());
    }

    @Test
    void namesTheRuleAndWhatIsMissing() {
        assertThat(RULES.judge("nude on a sofa", false, true))
                .isEqualTo(new Verdict(false, "nudity", "nudity: the persona is not attested to be an adult"));
        assertThat(RULES.judge("an erotic scene", true, false))
                .isEqualTo(new Verdict(
                        false, "sexual-content", "sexual content: mature content is not allowed for the persona"));
        assertThat(RULES.judge("sits in lingerie", false, false).rule()).isEqualTo("underwear");
        assertThat(RULES.judge("they kiss", false, false).rule()).isEqualTo("mild");
        assertThat(RULES.judge("a green cloak", false, false).rule()).isEqualTo("everyday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "。。。", "...", "****", "🎲🎲", "\u200b"})
    void readsTextWithoutWords(String text) {
        assertThat(RULES.classify(text)).isEqualTo(ContentClass.EVERYDAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.", "a1", "wearing nothing but a cloak ", "without all ", "一", "没有", "(-_-) ", "looks about "})
    void readsLongTexts(String part) {
        String text = part.repeat(10_000 / part.length());
        assertThat(isAllowed(text + ", a green cloak", false, false)).isTrue();
        assertThat(isAllowed(text + ", nude", false, false)).isFalse();
    }

    /** The turns of the published benchmark are ordinary play; one is about a scarecrow without clothes. */
    @ParameterizedTest
    @CsvSource({"en, 1", "ja, 0", "zh, 0"})
    void ordinaryPlayIsNotRefused(String language, int refused) throws IOException {
        JsonMapper json = new JsonMapper();
        try (Stream<String> lines = Files.lines(Path.of("benchmarks/detection/" + language + ".jsonl"))) {
            List<String> texts = lines.map(
                            line -> json.readTree(line).get("text").asString())
                    .toList();
            assertThat(texts).hasSizeGreaterThan(100);
            assertThat(texts.stream()
                            .filter(text -> !RULES.judge(text, false, false).allowed()))
                    .hasSize(refused);
        }
    }
}
