package io.emaki.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.emaki.intent.embedded.EmbeddedDetector;
import io.emaki.intent.llm.LlmDetector;
import io.emaki.intent.llm.LlmSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

class IntentConfigurationTest {

    @Import(IntentConfiguration.class)
    @EnableConfigurationProperties({DetectorSettings.class, LlmSettings.class})
    static class Module {}

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Module.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void readsTurnsInThisProcessUnlessToldOtherwise() {
        application.run(context ->
                assertThat(context.getBean(VisualChangeDetector.class)).isInstanceOf(EmbeddedDetector.class));
    }

    @Test
    void asksTheModelThatIsNamedBehindTheGate() {
        application
                .withPropertyValues("emaki.detector.kind=llm", "emaki.llm.base-url=http://localhost:9/v1")
                .run(context ->
                        assertThat(context.getBean(VisualChangeDetector.class)).isInstanceOf(GatedDetector.class));
    }

    @Test
    void leavesTheGateOutWhereItIsTurnedOff() {
        application
                .withPropertyValues(
                        "emaki.detector.kind=llm",
                        "emaki.detector.gate=false",
                        "emaki.llm.base-url=http://localhost:9/v1")
                .run(context ->
                        assertThat(context.getBean(VisualChangeDetector.class)).isInstanceOf(LlmDetector.class));
    }

    @Test
    void namesTheMissingAddressOfTheModel() {
        application
                .withPropertyValues("emaki.detector.kind=llm")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("emaki.llm.base-url"));
    }

    @Test
    void namesTheFolderWithoutPrompts() {
        application
                .withPropertyValues(
                        "emaki.detector.kind=llm",
                        "emaki.llm.base-url=http://localhost:9/v1",
                        "emaki.prompts-dir=target/no-such-folder")
                .run(context -> assertThat(context).getFailure().rootCause().hasStackTraceContaining("no-such-folder"));
    }

    @Test
    void refusesAnUnknownKind() {
        application
                .withPropertyValues("emaki.detector.kind=oracle")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("emaki.detector.kind"));
    }
}
