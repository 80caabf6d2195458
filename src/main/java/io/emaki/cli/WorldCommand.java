package io.emaki.cli;

import io.emaki.world.ContactSheet;
import io.emaki.world.RenderStyle;
import io.emaki.world.WorldDataset;
import io.emaki.world.WorldRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws pictures of the world that the shipped model is trained on. */
@Command(
        name = "world",
        description = "Draws the world that the shipped model is trained on.",
        synopsisSubcommandLabel = "COMMAND")
final class WorldCommand implements Runnable {

    private static final int LARGEST_SHEET = 16_384;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    @Command(description = "Writes a training folder: pictures and metadata.jsonl.")
    int render(
            @Option(names = "--seed", paramLabel = "S", defaultValue = "0", description = "Which samples (default: 0).")
                    long seed,
            @Option(names = "--count", paramLabel = "N", required = true, description = "How many samples.") int count,
            @Option(names = "--out", paramLabel = "DIR", required = true, description = "New or empty folder.")
                    Path out,
            @Option(
                            names = "--style",
                            paramLabel = "STYLE",
                            defaultValue = "plain",
                            description = RenderStyle.IDS + " (default: plain).")
                    String style,
            @Option(
                            names = "--size",
                            paramLabel = "PIXELS",
                            defaultValue = "256",
                            description = "Pixels a side, 32 to 4096 (default: 256).")
                    int size,
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            defaultValue = "MIX",
                            description =
                                    "mix (captions and edits, three languages), captions or edits (English) (default: mix).")
                    WorldFolder.Kind kind,
            @Option(
                            names = "--held-out",
                            description = "Draw the identities kept for evaluation, which training never sees.")
                    boolean heldOut)
            throws IOException {
        positive("--count", count);
        size(size);
        WorldDataset dataset = heldOut ? WorldDataset.evaluation(seed) : WorldDataset.training(seed);
        new WorldFolder(new WorldRenderer(), dataset, style(style), size).write(out, kind, count);
        spec.commandLine().getOut().println("Wrote " + count + " samples to " + out);
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(description = "Writes one picture of many avatars.")
    int sheet(
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "PNG file to write.") Path out,
            @Option(names = "--seed", paramLabel = "S", defaultValue = "0", description = "Which avatars (default: 0).")
                    long seed,
            @Option(names = "--columns", paramLabel = "N", defaultValue = "6", description = "Default: 6.") int columns,
            @Option(names = "--rows", paramLabel = "N", defaultValue = "4", description = "Default: 4.") int rows,
            @Option(
                            names = "--size",
                            paramLabel = "PIXELS",
                            defaultValue = "256",
                            description = "Pixels a side of each, 32 to 4096 (default: 256).")
                    int size,
            @Option(
                            names = "--style",
                            paramLabel = "STYLE",
                            defaultValue = "plain",
                            description = RenderStyle.IDS + " (default: plain).")
                    String style)
            throws IOException {
        positive("--columns", columns);
        positive("--rows", rows);
        size(size);
        if ((long) Math.max(columns, rows) * size > LARGEST_SHEET) {
            throw new InputException("--columns, --rows and --size make a picture of more than " + LARGEST_SHEET
                    + " pixels a side; choose smaller ones");
        }
        RenderStyle chosen = style(style);
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException("--out: there is no folder " + folder);
        }
        ImageIO.write(ContactSheet.draw(new WorldRenderer(), seed, columns, rows, size, chosen), "png", out.toFile());
        return 0;
    }

    private static void positive(String option, int value) {
        if (value < 1) {
            throw new InputException(option + " must be at least 1, not " + value);
        }
    }

    private static void size(int size) {
        if (size < 32 || size > 4096) {
            throw new InputException("--size must be between 32 and 4096, not " + size);
        }
    }

    private static RenderStyle style(String id) {
        try {
            return RenderStyle.parse(id);
        } catch (IllegalArgumentException unknown) {
            throw new InputException("--style must be " + RenderStyle.IDS + ", not " + id, unknown);
        }
    }
}
