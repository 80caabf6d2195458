package io.emaki.cli;

import io.emaki.hidream.train.LoraTrainer.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The course of an adapter's training: {@code metrics.csv}, a line for each step, and {@code loss.png}. The probe is the
 * loss at fixed times and noises and stands only where it was measured.
 */
final class LoraMetrics {

    private static final String HEADER = "step,loss,probe,gradient_norm,learning_rate,seconds";

    private final Path csv;
    private final Path plot;
    private final List<String> lines = new ArrayList<>();
    private int written;

    /** @param steps lines of later steps are dropped, since a run that goes on takes them again */
    LoraMetrics(Path folder, long steps) {
        csv = folder.resolve("metrics.csv");
        plot = folder.resolve("loss.png");
        try {
            if (steps > 0 && Files.exists(csv)) {
                Files.readAllLines(csv).stream()
                        .skip(1)
                        .filter(line -> stepOf(line) <= steps)
                        .forEach(lines::add);
            }
            Files.write(csv, List.of(HEADER));
        } catch (IOException e) {
            throw new UncheckedIOException(csv + " cannot be written", e);
        }
        flush();
    }

    private static long stepOf(String line) {
        String step = line.substring(0, Math.max(0, line.indexOf(',')));
        return step.matches("\\d{1,15}") ? Long.parseLong(step) : Long.MAX_VALUE;
    }

    void add(Report report) {
        lines.add(String.format(
                Locale.ROOT,
                "%d,%.7g,,%.5g,%.5g,%.4g",
                report.step(),
                report.loss(),
                report.gradientNorm(),
                report.rate(),
                report.seconds()));
        flush();
    }

    void probe(long step, double loss) {
        lines.add(String.format(Locale.ROOT, "%d,,%.7g,,,", step, loss));
        flush();
    }

    private void flush() {
        try {
            Files.write(csv, lines.subList(written, lines.size()), StandardOpenOption.APPEND);
            written = lines.size();
        } catch (IOException e) {
            throw new UncheckedIOException(csv + " cannot be written", e);
        }
    }

    /** Draws what has been measured so far. */
    void draw(String title) {
        List<Double> steps = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        List<Double> probedSteps = new ArrayList<>();
        List<Double> probes = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            boolean probe = fields[1].isEmpty();
            (probe ? probedSteps : steps).add(Double.valueOf(fields[0]));
            (probe ? probes : losses).add(Double.valueOf(fields[probe ? 2 : 1]));
        }
        try {
            new LossPlot(title)
                    .noisy("step", steps, losses)
                    .line("fixed times and noises", probedSteps, probes)
                    .write(plot);
        } catch (IOException e) {
            throw new UncheckedIOException(plot + " cannot be written", e);
        }
    }
}
