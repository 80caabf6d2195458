package io.emaki.cli;

import io.emaki.hidream.train.FullTrainer.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The course of a training: {@code metrics.csv} and {@code loss.png}. */
final class FullMetrics {

    private static final String HEADER =
            "step,edit_loss,caption_loss,gradient_norm,learning_rate,seconds_per_step,minutes";

    private final MetricsFile csv;
    private final Path plot;

    /** @param steps lines of later steps are dropped, since a run that goes on takes them again */
    FullMetrics(Path folder, long steps) {
        csv = new MetricsFile(folder.resolve("metrics.csv"), HEADER, steps);
        plot = folder.resolve("loss.png");
    }

    void add(Report report) {
        csv.add(String.format(
                Locale.ROOT,
                "%d,%.7g,%.7g,%.4g,%.4g,%.4f,%.2f",
                report.step(),
                report.editLoss(),
                report.captionLoss(),
                report.gradientNorm(),
                report.rate(),
                report.secondsPerStep(),
                report.minutes()));
    }

    /** Draws what has been measured so far. */
    void draw(String title) {
        LossPlot.draw(title, plot, chart -> {
            line(chart, "edits", 1);
            line(chart, "captions", 2);
        });
    }

    private void line(LossPlot chart, String name, int column) {
        List<Double> steps = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        for (String line : csv.lines()) {
            String[] fields = line.split(",", -1);
            double loss = Double.parseDouble(fields[column]);
            if (loss > 0) {
                steps.add(Double.valueOf(fields[0]));
                losses.add(loss);
            }
        }
        chart.noisy(name, steps, losses);
    }
}
