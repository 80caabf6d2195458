package io.emaki.cli;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.HiDreamException;
import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.checkpoint.Checkpoint;
import io.emaki.hidream.checkpoint.ModelConfig;
import io.emaki.hidream.train.BatchSource;
import io.emaki.hidream.train.FullTrainer;
import io.emaki.hidream.train.MiniModel;
import io.emaki.hidream.train.Optimizer;
import io.emaki.hidream.train.PicturePool;
import io.emaki.hidream.train.TrainingOptions;
import io.emaki.world.WorldChain;
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

/** {@code train full}: all weights, on the rendered world or on a data folder. */
@Command(
        name = "full",
        description = "Train all weights of a small model, on the rendered world or on a data folder.",
        footer = {
            "Ctrl-C ends after the step and saves; --resume goes on with the same run.",
            "The folder then holds the model (moving average), training-state.safetensors, metrics.csv, loss.png, samples."
        })
final class TrainFullCommand implements Callable<Integer> {

    private static final int CORPUS = 40_000;
    /** Time for a step to end and for the state to be written. */
    private static final long PATIENCE_SECONDS = 300;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", description = "Checkpoint folder to start from; without it a new model is made.")
    private @Nullable Path model;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Pictures with metadata.jsonl (file_name, text, for edits reference), or with a .txt beside each; without it the rendered world.")
    private @Nullable Path data;

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

    @Option(
            names = "--accumulate",
            defaultValue = "1",
            description = "Batches of each kind a step (default ${DEFAULT-VALUE}).")
    private int accumulate;

    @Option(
            names = "--recompute",
            description =
                    "Gradient checkpointing: keep one layer's intermediate results at a time, and run each layer twice.")
    private boolean recompute;

    @Option(
            names = "--weight-decay",
            defaultValue = "0.01",
            description = "Decoupled weight decay (default ${DEFAULT-VALUE}).")
    private double weightDecay;

    @Option(
            names = "--dropout",
            defaultValue = "0.1",
            description = "Share of texts left out, for guidance (default ${DEFAULT-VALUE}).")
    private double dropout;

    @Option(
            names = "--optimizer",
            defaultValue = "adamw",
            description = "adamw, adamw8bit or muon (default ${DEFAULT-VALUE}).")
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

    @Option(
            names = "--fresh",
            defaultValue = "8",
            description = "New avatars a step, twelve pictures each (default ${DEFAULT-VALUE}).")
    private int fresh;

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
            names = "--report-every",
            defaultValue = "10",
            description = "Steps between lines of metrics.csv (default ${DEFAULT-VALUE}).")
    private int reportEvery;

    @Option(
            names = "--save-every",
            defaultValue = "1000",
            description = "Steps between saved states (default ${DEFAULT-VALUE}).")
    private int saveEvery;

    @Option(
            names = "--sample-every",
            defaultValue = "1000",
            description =
                    "Steps between pictures drawn with the weights so far, 0 for none (default ${DEFAULT-VALUE}).")
    private int sampleEvery;

    @Option(names = "--float8", description = "Write the decoder's Linears in float8, which halves the file.")
    private boolean float8;

    @Option(names = "--resume", description = "Go on with the training in --out.")
    private boolean resume;

    // The formatter does not know the unnamed variable yet.
    @SuppressWarnings("try")
    @Override
    public Integer call() throws IOException, InterruptedException {
        TrainFullRun.Every every = new TrainFullRun.Every(reportEvery, saveEvery, sampleEvery);
        CancellationToken cancel = new CancellationToken();
        try (Interruption stopping = Interruption.cancelling(cancel, PATIENCE_SECONDS)) {
            TrainingOptions options = options();
            prepare();
            ModelConfig config = ModelConfig.read(out.resolve("config.json"));
            Checkpoint start = model == null || resume ? null : Checkpoint.open(model, null);
            try (FullTrainer trainer = new FullTrainer(config, out.resolve("tokenizer.json"), start, options)) {
                if (data != null) {
                    try (BatchSource batches = trainer.folder(data)) {
                        return train(trainer, batches, options, every, cancel);
                    }
                }
                try (PicturePool pool = trainer.pool(slots);
                        BatchSource batches =
                                trainer.streamed(new WorldTrainingSource(pool, seed, fresh, threads), pool)) {
                    return train(trainer, batches, options, every, cancel);
                }
            }
        } catch (InvalidRequestException invalid) {
            throw new InputException("--" + invalid.field() + ": " + invalid.reason(), invalid);
        } catch (HiDreamException unusable) {
            throw new InputException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    /** Puts config.json and tokenizer.json into the folder. */
    private void prepare() throws IOException {
        if (resume) {
            return;
        }
        OutputFolder.requireEmpty(out);
        Files.createDirectories(out);
        if (model == null) {
            spec.commandLine().getErr().println("learning a tokenizer");
            MiniModel.write(out, corpus(), vocabulary, hidden, layers);
        } else {
            Files.write(out.resolve("config.json"), Files.readAllBytes(model.resolve("config.json")));
            Files.write(out.resolve("tokenizer.json"), Files.readAllBytes(model.resolve("tokenizer.json")));
        }
    }

    private int train(
            FullTrainer trainer,
            BatchSource batches,
            TrainingOptions options,
            TrainFullRun.Every every,
            CancellationToken cancel)
            throws IOException, InterruptedException {
        if (resume) {
            trainer.resume(out, batches);
        }
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                Locale.ROOT,
                "%d of %d steps done; the optimiser's state takes %.1f MB%n",
                trainer.step(),
                options.steps(),
                trainer.stateBytes() / 1e6);
        err.flush();
        TrainFullRun run = new TrainFullRun(trainer, batches, out, options, every, float8, cancel);
        try (ProgressBar bar = new ProgressBar(err)) {
            run.start(bar);
        }
        boolean whole = !cancel.isCancelled();
        err.printf(
                "%s %s after %d steps%s%n",
                whole ? "wrote" : "saved", out, trainer.step(), whole ? "" : "; --resume goes on");
        err.flush();
        return whole ? 0 : 1;
    }

    private TrainingOptions options() {
        return new TrainingOptions(
                steps,
                maxMinutes,
                editBatch,
                captionBatch,
                captionEvery,
                accumulate,
                recompute,
                Optimizer.parse(optimizer),
                learningRate,
                warmup,
                weightDecay,
                0.95,
                1.0,
                emaDecay,
                dropout,
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
