package io.emaki.cli;

import io.emaki.intent.DetectorKind;
import io.emaki.intent.Detectors;
import io.emaki.intent.VisualChangeDetector;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
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

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    DetectorKind kind() {
        return kind;
    }

    /** @throws InputException when the settings name no usable language model */
    VisualChangeDetector open() {
        try {
            return Detectors.ofEnvironment(kind, Installation.folder().resolve("prompts"), Clock.systemUTC(), meters);
        } catch (IllegalStateException unusable) {
            throw new InputException("--detector: " + unusable.getMessage(), unusable);
        }
    }

    /** What the language model cost so far and how often it failed, one meter a line; none with the embedded detector. */
    List<String> costs() {
        return meters.getMeters().stream()
                .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false)
                        .filter(measured -> measured.getStatistic() != Statistic.MAX)
                        .map(measured -> line(meter.getId(), measured)))
                .sorted()
                .toList();
    }

    private static String line(Meter.Id id, Measurement measured) {
        String tags = id.getTags().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(","));
        boolean time = measured.getStatistic() == Statistic.TOTAL_TIME;
        return id.getName()
                + (tags.isEmpty() ? "" : "{" + tags + "}")
                + String.format(Locale.ROOT, time ? " %.3f s" : " %.0f", measured.getValue());
    }
}
