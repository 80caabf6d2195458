package io.emaki.cli;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.EngineOptions;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.Precision;
import io.emaki.hidream.train.BatchSource;
import io.emaki.hidream.train.FullTrainer;
import io.emaki.hidream.train.FullTrainer.Report;
import io.emaki.hidream.train.TrainingOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** One training of a whole model with everything that it leaves in its folder. */
final class TrainFullRun {

    /**
     * @param report steps between lines of metrics
     * @param save steps between saved states
     * @param sample steps between pictures, 0 for none
     */
    record Every(int report, int save, int sample) {

        Every {
            atLeast("--report-every", report, 1);
            atLeast("--save-every", save, 1);
            atLeast("--sample-every", sample, 0);
        }

        private static void atLeast(String option, int value, int least) {
            if (value < least) {
                throw new InputException(option + ": must be at least " + least + ", not " + value);
            }
        }
    }

    private final FullTrainer trainer;
    private final BatchSource batches;
    private final Path folder;
    private final TrainingOptions options;
    private final Every every;
    private final boolean float8;
    private final CancellationToken cancel;
    private final FullMetrics metrics;
    private long saved;
    private long sampled;

    TrainFullRun(
            FullTrainer trainer,
            BatchSource batches,
            Path folder,
            TrainingOptions options,
            Every every,
            boolean float8,
            CancellationToken cancel) {
        this.trainer = trainer;
        this.batches = batches;
        this.folder = folder;
        this.options = options;
        this.every = every;
        this.float8 = float8;
        this.cancel = cancel;
        this.metrics = new FullMetrics(folder, trainer.step());
        this.saved = trainer.step();
        this.sampled = trainer.step();
    }

    /** Trains to the end or until cancelled, and saves either way. */
    void start(ProgressBar bar) throws IOException, InterruptedException {
        trainer.run(batches, every.report(), report -> onReport(report, bar), cancel);
        save();
        if (!cancel.isCancelled() && every.sample() > 0) {
            sample();
        }
    }

    private void onReport(Report report, ProgressBar bar) {
        metrics.add(report);
        // Where time ends the run, it says how many steps there will be.
        double byTime = options.maxMinutes() > 0
                ? report.step() + (options.maxMinutes() - report.minutes()) * 60 / report.secondsPerStep()
                : Double.POSITIVE_INFINITY;
        bar.show(
                (int) report.step(),
                (int) Math.max(report.step(), Math.min(options.steps(), byTime)),
                report.secondsPerStep(),
                String.format(
                        Locale.ROOT,
                        "loss %.4f edits %.4f captions, rate %.2g",
                        report.editLoss(),
                        report.captionLoss(),
                        report.rate()));
        try {
            if (report.step() - saved >= every.save()) {
                save();
            }
            if (every.sample() > 0 && report.step() - sampled >= every.sample()) {
                sample();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
    }

    private void save() throws IOException {
        trainer.export(folder.resolve("model.safetensors"), float8);
        trainer.save(folder, batches);
        metrics.draw(folder.getFileName() + ": loss");
        saved = trainer.step();
    }

    /** The engine is opened for each pair of pictures, so that its memory is free between them. */
    private void sample() throws IOException {
        if (saved != trainer.step()) {
            trainer.export(folder.resolve("model.safetensors"), float8);
        }
        sampled = trainer.step();
        Precision precision = options.bfloat16() ? Precision.BFLOAT16 : Precision.FLOAT32;
        EngineOptions engine = new EngineOptions(precision, options.device(), EngineOptions.DEFAULT_PREFIX_CACHE_BYTES);
        try (HiDreamEngine opened = HiDreamEngine.open(folder, null, engine)) {
            WorldSamples.draw(opened, folder.resolve("samples"), trainer.step(), cancel);
        }
    }
}
