package io.emaki.cli;

import io.emaki.demo.Demo;
import io.emaki.demo.DemoException;
import io.emaki.demo.DemoReport;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Plays a scripted story against a service of its own. */
@Command(
        name = "demo",
        description = "Plays a scripted story from start to end and leaves a storyboard and a report.",
        footer = "The exit status is 0 only if every turn went as scripted.")
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    private EmakiCommand emaki;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "demo-out",
            description = "Folder for storyboard.png and report.json (default: demo-out).")
    private Path out;

    @Option(
            names = "--story",
            paramLabel = "FILE",
            description = "Story to play (default: persona-store/demo/road-to-the-snow.yaml).")
    private @Nullable Path story;

    @Option(
            names = "--model",
            paramLabel = "DIR_OR_FILE",
            description = "Checkpoint that draws (default: emaki.model.path).")
    private @Nullable Path model;

    @Option(names = "--json", description = "Print the report to standard output, progress to standard error.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter results = spec.commandLine().getOut();
        PrintWriter progress = json ? spec.commandLine().getErr() : results;
        Demo demo = new Demo(emaki.application(), settings(), line -> {
            progress.println(line);
            progress.flush();
        });
        try {
            DemoReport report = demo.play(script(), out);
            if (json) {
                results.println(Demo.json(report));
                results.flush();
            }
            summary(report, progress);
            return report.succeeded() ? 0 : 1;
        } catch (DemoException failure) {
            spec.commandLine().getErr().println("emaki demo: " + failure.getMessage());
            return 1;
        }
    }

    private List<String> settings() {
        return model == null ? List.of() : List.of("emaki.model.path=" + model.toAbsolutePath());
    }

    private Path script() {
        Path file = story != null ? story : defaultStory();
        if (!Files.isReadable(file)) {
            throw new InputException("--story: there is no readable file " + file);
        }
        return file;
    }

    static Path defaultStory() {
        return Installation.folder().resolve(Path.of("persona-store", "demo", "road-to-the-snow.yaml"));
    }

    private void summary(DemoReport report, PrintWriter progress) {
        progress.println();
        report.problems().forEach(problem -> progress.println("! " + problem));
        progress.printf(
                "%s: %d turns, %d verified webhooks, %.1f s%n",
                report.succeeded() ? "Everything went as scripted" : "Not as scripted",
                report.turns().size(),
                report.webhooks().verified(),
                report.seconds());
        progress.println("Storyboard: " + out.resolve("storyboard.png").toAbsolutePath());
        progress.println("Report:     " + out.resolve("report.json").toAbsolutePath());
        progress.flush();
    }
}
