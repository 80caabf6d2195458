package io.emaki.cli;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.train.FullTrainer;
import io.emaki.hidream.train.MiniModel;
import io.emaki.hidream.train.Optimizer;
import io.emaki.hidream.train.TrainingOptions;
import io.emaki.world.WorldChain;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train full}: all weights, on the rendered world. */
@Command(name = "full", description = "Train all weights of a small model on the rendered world.")
final class TrainFullCommand implements Callable<Integer> {

    private static final int CORPUS = 40_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", description = "Checkpoint folder to start from; without it a new model is made.")
    private @Nullable Path model;

    @Option(names = "--out", required = true, description = "Folder for config, tokenizer, weights and metrics.")
    private Path out;

    @Option(names = "--steps", defaultValue = "20000", description = "Optimiser steps (default ${DEFAULT-VALUE}).")
    private long steps;

    @Option(
            names = "--max-minutes",
            defaultValue = "0",
            description = "End after this time, the learning rate following it; 0: no limit.")
    private double maxMinutes;

    @Option(names = "--edit-batch", defaultValue = "160", description = "Edits a step (default ${DEFAULT-VALUE}).")
    private int editBatch;

    @Option(names = "--caption-batch", defaultValue = "96", description = "Captions a step (default ${DEFAULT-VALUE}).")
    private int captionBatch;

    @Option(
            names = "--caption-every",
            defaultValue = "1",
            description = "Steps from one with captions to the next (default ${DEFAULT-VALUE}).")
    private int captionEvery;

    @Option(names = "--optimizer", defaultValue = "adamw", description = "adamw or muon (default ${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(
            names = "--time-mean",
            defaultValue = "-0.6",
            description = "Mean of the logit of 1 - s, s being the share of noise (default ${DEFAULT-VALUE}).")
    private double timeMean;

    @Option(
            names = "--time-sigma",
            defaultValue = "0.9",
            description = "Its standard deviation (default ${DEFAULT-VALUE}).")
    private double timeSigma;

    @Option(
            names = "--sigma-floor",
            defaultValue = "0.05",
            description = "Smallest s that the velocity's error is divided by (default ${DEFAULT-VALUE}).")
    private double sigmaFloor;

    @Option(
            names = "--focus-weight",
            defaultValue = "1",
            description = "How much more an avatar's eyes count than other pixels (default ${DEFAULT-VALUE}).")
    private double focusWeight;

    @Option(
            names = "--ema",
            defaultValue = "0.999",
            description = "Decay of the moving average of the weights (default ${DEFAULT-VALUE}).")
    private double emaDecay;

    @Option(names = "--lr", defaultValue = "1e-3", description = "Peak learning rate (default ${DEFAULT-VALUE}).")
    private double learningRate;

    @Option(names = "--warmup", defaultValue = "300", description = "Warm-up steps (default ${DEFAULT-VALUE}).")
    private int warmup;

    @Option(
            names = "--slots",
            defaultValue = "60000",
            description = "Pictures kept for training (default ${DEFAULT-VALUE}).")
    private int slots;

    @Option(names = "--threads", defaultValue = "1", description = "Threads that render (default ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--hidden",
            defaultValue = "512",
            description = "Hidden size of a new model (default ${DEFAULT-VALUE}).")
    private int hidden;

    @Option(names = "--layers", defaultValue = "8", description = "Layers of a new model (default ${DEFAULT-VALUE}).")
    private int layers;

    @Option(
            names = "--vocabulary",
            defaultValue = "2048",
            description = "Tokens of a new tokenizer (default ${DEFAULT-VALUE}).")
    private int vocabulary;

    @Option(
            names = "--assemblers",
            defaultValue = "1",
            description = "Threads that make batches (default ${DEFAULT-VALUE}).")
    private int assemblers;

    @Option(names = "--seed", defaultValue = "1", description = "Seed (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--device", defaultValue = "cpu", description = "cpu or cuda:N (default ${DEFAULT-VALUE}).")
    private String device;

    @Option(
            names = "--save-minutes",
            defaultValue = "5",
            description = "Minutes between exports (default ${DEFAULT-VALUE}).")
    private double saveMinutes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter console = spec.commandLine().getErr();
        Files.createDirectories(out);
        if (model == null) {
            console.println("learning a tokenizer");
            MiniModel.write(out, corpus(), vocabulary, hidden, layers);
        } else {
            Files.copy(model.resolve("config.json"), out.resolve("config.json"));
            Files.copy(model.resolve("tokenizer.json"), out.resolve("tokenizer.json"));
        }
        ModelConfig config = ModelConfig.read(out.resolve("config.json"));
        Checkpoint start = model == null ? null : Checkpoint.open(model, null);
        CancellationToken cancel = new CancellationToken();
        int size = config.recipe().nativeWidth();
        try (FullTrainer trainer =
                        new FullTrainer(config, out.resolve("tokenizer.json"), start, options(), size, slots);
                WorldTrainingSource source = new WorldTrainingSource(trainer.pool(), seed, threads);
                BufferedWriter metrics = Files.newBufferedWriter(out.resolve("metrics.csv"))) {
            metrics.write("step,edit_loss,caption_loss,gradient_norm,learning_rate,seconds_per_step,minutes,chains\n");
            double[] saved = {0};
            trainer.run(
                    source,
                    report -> {
                        String line = String.format(
                                Locale.ROOT,
                                "%d,%.5f,%.5f,%.4f,%.3g,%.4f,%.2f,%d",
                                report.step(),
                                report.editLoss(),
                                report.captionLoss(),
                                report.gradientNorm(),
                                report.rate(),
                                report.secondsPerStep(),
                                report.minutes(),
                                source.chains());
                        console.println(line);
                        console.flush();
                        try {
                            metrics.write(line + "\n");
                            metrics.flush();
                            if (report.minutes() - saved[0] >= saveMinutes) {
                                saved[0] = report.minutes();
                                trainer.export(out.resolve("model.safetensors"), false);
                            }
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    },
                    cancel);
            trainer.export(out.resolve("model.safetensors"), false);
            console.println("written " + out.resolve("model.safetensors") + " after " + trainer.step() + " steps");
            console.flush();
        }
        return 0;
    }

    private TrainingOptions options() {
        return new TrainingOptions(
                steps,
                maxMinutes,
                editBatch,
                captionBatch,
                captionEvery,
                Optimizer.parse(optimizer),
                learningRate,
                warmup,
                0.01,
                0.95,
                1.0,
                emaDecay,
                0.1,
                timeMean,
                timeSigma,
                sigmaFloor,
                focusWeight,
                seed,
                device.startsWith("cuda"),
                device,
                assemblers);
    }

    private List<String> corpus() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; texts.size() < CORPUS; i++) {
            WorldChain chain = WorldChain.training(seed ^ 0x70C5, i, 3);
            texts.add(chain.caption(0, i).text());
            texts.add(chain.edit(0, 1, i).text());
            texts.add(chain.edit(2, 1, ~i).text());
            texts.add(chain.whole(0, 2, i).text());
        }
        return texts;
    }
}
