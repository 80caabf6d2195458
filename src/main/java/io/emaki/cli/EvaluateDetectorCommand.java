package io.emaki.cli;

import io.emaki.detection.DetectorEvaluation;
import io.emaki.detection.DetectorReport;
import io.emaki.detection.DetectorTable;
import io.emaki.detection.TurnFile;
import io.emaki.detection.TurnFileException;
import io.emaki.detection.TurnLine;
import io.emaki.intent.DetectorKind;
import io.emaki.intent.Detectors;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate detector}: how right a detector is on labelled turns. */
@Command(
        name = "detector",
        description = "Compares what a detector finds in chat turns with what readers labelled.",
        footer = {
            "Changes are compared as sets of axis and op for each turn; false is the share of turns without changes in which",
            "something was found, named the share of right changes whose description has one of the label's keywords."
        })
final class EvaluateDetectorCommand implements Callable<Integer> {

    /** Long enough for the compiler to settle, short enough to wait for. */
    private static final Duration AT_FULL_SPEED = Duration.ofSeconds(2);

    @Spec
    private CommandSpec spec;

    @Mixin
    private final DetectorOption detector = new DetectorOption();

    @Option(
            names = "--in",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Labelled turns, one JSON object on each line; several files are taken together.")
    private List<Path> in = new ArrayList<>();

    @Option(names = "--split", paramLabel = "NAME", description = "Only turns of this split, such as dev or test.")
    private @Nullable String split;

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "10",
            description = "Wrong ones to list (default: 10).")
    private int examples;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures and all wrong ones to this file.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        if (examples < 0) {
            throw new InputException("--examples: must be at least 0, not " + examples);
        }
        OutputFile figures = json == null ? null : OutputFile.at("--json", json, "");
        List<TurnLine> turns = turns();
        DetectorReport report = evaluate(turns);
        PrintWriter out = spec.commandLine().getOut();
        out.println(DetectorTable.of(report, examples));
        detector.costs().forEach(out::println);
        out.flush();
        if (figures != null) {
            figures.write(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsBytes(report));
        }
        return 0;
    }

    private List<TurnLine> turns() {
        List<TurnLine> turns = new ArrayList<>();
        try {
            in.forEach(file -> turns.addAll(TurnFile.readAll(file, true)));
        } catch (TurnFileException wrong) {
            throw new InputException("--in: " + wrong.getMessage(), wrong);
        }
        turns.removeIf(turn -> split != null && !turn.split().equals(split));
        if (turns.isEmpty()) {
            throw new InputException(
                    split == null ? "--in: there are no turns" : "--split: no turn has \"split\": \"" + split + "\"");
        }
        return turns;
    }

    private DetectorReport evaluate(List<TurnLine> turns) {
        boolean free = detector.kind() == DetectorKind.EMBEDDED;
        long began = System.nanoTime();
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), "turn")) {
            return new DetectorEvaluation(Detectors.gate(), System::nanoTime, free ? AT_FULL_SPEED : Duration.ZERO)
                    .run(
                            detector.kind().name().toLowerCase(Locale.ROOT),
                            turns,
                            detector::open,
                            done -> bar.show(done, turns.size(), (System.nanoTime() - began) / 1e9 / done));
        }
    }
}
