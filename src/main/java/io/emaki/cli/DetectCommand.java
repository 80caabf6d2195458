package io.emaki.cli;

import io.emaki.detection.FoundLine;
import io.emaki.detection.TurnFile;
import io.emaki.detection.TurnFileException;
import io.emaki.detection.TurnLine;
import io.emaki.intent.VisualChangeDetector;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code detect}: what turns of a file change. */
@Command(
        name = "detect",
        description = "Finds what chat turns change about how their persona looks.",
        footer =
                "Each line of the input is a JSON object with id, persona (name, outfit, scene, pose, companions), history,"
                        + " speaker and text; each line of the output has id, detector and changes, in the same order.")
final class DetectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final DetectorOption detector = new DetectorOption();

    @Option(names = "--in", required = true, paramLabel = "FILE.jsonl", description = "Turns, one on each line.")
    private Path in;

    @Option(names = "--out", required = true, paramLabel = "FILE.jsonl", description = "Where the changes go.")
    private Path out;

    private int turns;
    private int changes;

    @Override
    public Integer call() {
        OutputFile found = OutputFile.at("--out", out, "");
        try (TurnFile input = TurnFile.open(in, false)) {
            VisualChangeDetector reader = detector.open();
            found.write(content -> detect(input, reader, content));
        } catch (TurnFileException wrong) {
            throw new InputException("--in: " + wrong.getMessage(), wrong);
        }
        PrintWriter told = spec.commandLine().getOut();
        told.println(turns + " turns, " + changes + " changes: " + out);
        detector.costs().forEach(told::println);
        told.flush();
        return 0;
    }

    private void detect(TurnFile input, VisualChangeDetector reader, OutputStream content) throws IOException {
        for (TurnLine line = input.next(); line != null; line = input.next()) {
            FoundLine found = FoundLine.of(line.id(), reader.detect(line.turn()));
            content.write((found.json() + "\n").getBytes(StandardCharsets.UTF_8));
            turns++;
            changes += found.changes().size();
        }
    }
}
