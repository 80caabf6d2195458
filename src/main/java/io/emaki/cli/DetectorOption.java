package io.emaki.cli;

import io.emaki.intent.DetectorKind;
import io.emaki.intent.Detectors;
import io.emaki.intent.VisualChangeDetector;
import picocli.CommandLine.Option;

/** Who reads the turns of a command; settings come from the environment as for the service. */
final class DetectorOption {

    @Option(
            names = "--detector",
            paramLabel = "embedded|llm",
            defaultValue = "embedded",
            description = "Who reads the turns: rules in this process, or the language model that EMAKI_LLM_BASE_URL,"
                    + " EMAKI_LLM_API_KEY and EMAKI_LLM_MODEL name (default: embedded).")
    private DetectorKind kind;

    DetectorKind kind() {
        return kind;
    }

    /** @throws InputException when the settings name no usable language model */
    VisualChangeDetector open() {
        try {
            return Detectors.ofEnvironment(kind, Installation.folder().resolve("prompts"));
        } catch (IllegalStateException unusable) {
            throw new InputException("--detector: " + unusable.getMessage(), unusable);
        }
    }
}
