package io.emaki.cli;

import io.emaki.hidream.train.LoraTrainer.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The course of an adapter's training: {@code metrics.csv}, a line for each step, and {@code loss.png}. The probe is the
 * loss at fixed times and noises and stands only where it was measured.
 */
final class LoraMetrics {

    private static final String HEADER = "step,loss,probe,gradient_norm,learning_rate,seconds";

    private final MetricsFile csv;
    private final Path plot;

    /** @param steps lines of later steps are dropped, since a run that goes on takes them again */
    LoraMetrics(Path folder, long steps) {
        csv = new MetricsFile(folder.resolve("metrics.csv"), HEADER, steps);
        plot = folder.resolve("loss.png");
    }

    void add(Report report) {
        csv.add(String.format(
                Locale.ROOT,
                "%d,%.7g,,%.5g,%.5g,%.4g",
                report.step(),
                report.loss(),
                report.gradientNorm(),
                report.rate(),
                report.seconds()));
    }

    void probe(long step, double loss) {
        csv.add(String.format(Locale.ROOT, "%d,,%.7g,,,", step, loss));
    }

    /** Draws what has been measured so far. */
    void draw(String title) {
        List<Double> steps = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        List<Double> probedSteps = new ArrayList<>();
        List<Double> probes = new ArrayList<>();
        for (String line : csv.lines()) {
            String[] fields = line.split(",", -1);
            boolean probe = fields[1].isEmpty();
            (probe ? probedSteps : steps).add(Double.valueOf(fields[0]));
            (probe ? probes : losses).add(Double.valueOf(fields[probe ? 2 : 1]));
        }
        LossPlot.draw(
                title,
                plot,
                chart -> chart.noisy("step", steps, losses).line("fixed times and noises", probedSteps, probes));
    }
}
