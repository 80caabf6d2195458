package io.emaki.cli;

import io.emaki.hidream.ImageRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures on the machine it runs on. */
@Command(name = "bench", description = "Measures speed and memory.", synopsisSubcommandLabel = "COMMAND")
final class BenchCommand implements Runnable {

    private static final Path SHIPPED = Path.of("models", "avatar-mini");

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    @Command(
            description = "Seconds a step and an edit: prefix cache, LoRA stack, precisions; memory over many edits.",
            footer = "All variants stay open and take turns, so that they meet the same conditions.")
    int engine(
            @Option(
                            names = "--model",
                            paramLabel = "DIR_OR_FILE",
                            description = "Checkpoint (default: models/avatar-mini, else one with random weights).")
                    @Nullable
                    Path model,
            @Option(
                            names = "--config",
                            paramLabel = "DIR",
                            description = "Folder of config.json and tokenizer.json, where the checkpoint has none.")
                    @Nullable
                    Path config,
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "Measured edits of each variant (default: 3).")
                    int rounds,
            @Option(
                            names = "--steps",
                            paramLabel = "N",
                            description = "Steps of a measured edit (default: the model's).")
                    @Nullable
                    Integer steps,
            @Option(
                            names = "--size",
                            paramLabel = "PIXELS",
                            defaultValue = "256",
                            description = "Width and height of every edit (default: 256).")
                    int size,
            @Option(
                            names = "--edits",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "Edits over which memory is watched, 0 for none (default: 100).")
                    int edits,
            @Option(names = "--json", description = "Print the figures as JSON instead of a table.") boolean json)
            throws IOException {
        atLeast("--rounds", rounds, 1);
        atLeast("--edits", edits, 0);
        if (size < ImageRequest.MIN_SIDE || size > ImageRequest.MAX_SIDE || size % ImageRequest.PATCH != 0) {
            throw new InputException("--size must be a multiple of 32 from 64 to 3104, not " + size);
        }
        if (steps != null) {
            // The first step also prepares the prompt; a step's time is taken from the others.
            atLeast("--steps", steps, 2);
        }
        PrintWriter err = spec.commandLine().getErr();
        try (EngineBench bench = EngineBench.open(model != null ? model : shipped(), config, size, steps, line -> {
            err.println(line);
            err.flush();
        })) {
            EngineFigures figures = bench.measure(rounds, edits);
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? figures.json() : figures.table());
            out.flush();
        }
        return 0;
    }

    private static @Nullable Path shipped() {
        Path folder = Installation.folder().resolve(SHIPPED);
        return Files.isRegularFile(folder.resolve("config.json")) ? folder : null;
    }

    private static void atLeast(String option, int value, int least) {
        if (value < least) {
            throw new InputException(option + " must be at least " + least + ", not " + value);
        }
    }
}
