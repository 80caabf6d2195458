package io.emaki.intent;

import io.emaki.intent.embedded.EmbeddedDetector;
import io.emaki.intent.gate.FormGate;
import io.emaki.intent.llm.LlmDetector;
import io.emaki.intent.llm.LlmSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;

/** Makes detectors, for the service and for commands that run without it. */
public final class Detectors {

    private Detectors() {}

    public static TurnGate gate() {
        return gate(new EmbeddedDetector());
    }

    /**
     * The detector that the process's environment describes, as the service would have it.
     *
     * @param prompts folder of the prompts unless {@code emaki.prompts-dir} names one
     * @param meters count what the language model costs
     * @throws IllegalStateException naming the setting that is missing or wrong
     */
    public static VisualChangeDetector ofEnvironment(
            DetectorKind kind, Path prompts, Clock clock, MeterRegistry meters) {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigurationPropertySources.attach(environment);
        Binder binder = Binder.get(environment);
        try {
            return of(
                    new DetectorSettings(
                            kind,
                            binder.bind("emaki.detector.gate", Boolean.class).orElse(true)),
                    binder.bindOrCreate("emaki.llm", LlmSettings.class),
                    binder.bind("emaki.prompts-dir", Path.class).orElse(prompts),
                    clock,
                    meters);
        } catch (BindException wrong) {
            throw new IllegalStateException(problem(wrong), wrong);
        }
    }

    /** The records behind the settings name the setting themselves; what converts their values does not. */
    private static String problem(BindException wrong) {
        Throwable root = wrong;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage());
        return message.startsWith("emaki.") ? message : wrong.getName() + ": " + message;
    }

    static VisualChangeDetector of(
            DetectorSettings settings, LlmSettings llm, Path prompts, Clock clock, MeterRegistry meters) {
        EmbeddedDetector embedded = new EmbeddedDetector();
        if (settings.kind() == DetectorKind.EMBEDDED) {
            return embedded;
        }
        if (llm.baseUrl().isBlank()) {
            throw new IllegalStateException("emaki.detector.kind=llm needs emaki.llm.base-url (EMAKI_LLM_BASE_URL), the"
                    + " address of an OpenAI-compatible API such as http://localhost:11434/v1");
        }
        VisualChangeDetector asking = new LlmDetector(llm, prompts, embedded, clock, meters);
        return settings.gate() ? new GatedDetector(gate(embedded), asking, meters) : asking;
    }

    private static TurnGate gate(VisualChangeDetector embedded) {
        return new FormGate(embedded);
    }
}
