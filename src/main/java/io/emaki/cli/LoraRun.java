package io.emaki.cli;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.CancelledException;
import io.emaki.hidream.train.LoraTrainer;
import io.emaki.hidream.train.LoraTrainer.Report;
import java.nio.file.Path;
import java.util.Locale;

/** One training of an adapter with everything that it leaves in its folder. */
final class LoraRun {

    /** Share of the newest step in the shown loss and time. */
    private static final double NEWEST = 0.1;

    /**
     * @param steps in all
     * @param save steps between saved adapters
     * @param sample steps between pictures, 0 for none
     */
    record Every(int steps, int save, int sample) {}

    private final LoraTrainer trainer;
    private final Path folder;
    private final LoraMetrics metrics;
    private final LoraSamples samples;
    private final Every every;
    private final CancellationToken cancel;
    private double firstProbe;
    private double lastProbe;
    private double loss = Double.NaN;
    private double seconds = Double.NaN;

    LoraRun(
            LoraTrainer trainer,
            Path folder,
            LoraMetrics metrics,
            LoraSamples samples,
            Every every,
            CancellationToken cancel) {
        this.trainer = trainer;
        this.folder = folder;
        this.metrics = metrics;
        this.samples = samples;
        this.every = every;
        this.cancel = cancel;
    }

    /** The probe before the first step of this run. */
    double firstProbe() {
        return firstProbe;
    }

    double lastProbe() {
        return lastProbe;
    }

    /**
     * Trains to the last step. The adapter is saved at the end in any case.
     *
     * @throws CancelledException when cancelled before the last step
     */
    void start(ProgressBar bar) {
        firstProbe = trainer.probe();
        if (trainer.step() == 0) {
            metrics.probe(0, firstProbe);
        }
        trainer.run(report -> onStep(report, bar), cancel);
        save();
        if (trainer.step() < every.steps()) {
            throw new CancelledException(Math.toIntExact(trainer.step()), every.steps());
        }
        if (every.sample() > 0) {
            samples.draw(trainer.step(), cancel);
        }
    }

    private void onStep(Report report, ProgressBar bar) {
        metrics.add(report);
        loss = blend(loss, report.loss());
        seconds = blend(seconds, report.seconds());
        bar.show(
                (int) report.step(),
                every.steps(),
                seconds,
                String.format(Locale.ROOT, "loss %.4f, rate %.2g", loss, report.rate()));
        if (report.step() == every.steps()) {
            return;
        }
        boolean sample = every.sample() > 0 && report.step() % every.sample() == 0;
        if (sample || report.step() % every.save() == 0) {
            save();
        }
        if (sample && !cancel.isCancelled()) {
            try {
                samples.draw(report.step(), cancel);
            } catch (CancelledException interrupted) {
                // The run ends before its next step and says so.
            }
        }
    }

    private static double blend(double before, double now) {
        return Double.isNaN(before) ? now : before + (now - before) * NEWEST;
    }

    private void save() {
        trainer.save(folder);
        lastProbe = trainer.probe();
        metrics.probe(trainer.step(), lastProbe);
        metrics.draw(folder.getFileName() + ": loss");
    }
}
