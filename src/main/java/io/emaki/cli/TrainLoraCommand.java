package io.emaki.cli;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.CancelledException;
import io.emaki.hidream.HiDreamException;
import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.train.LoraOptions;
import io.emaki.hidream.train.LoraTrainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train lora}: an adapter, from pictures with captions. */
@Command(
        name = "lora",
        description = "Train a LoRA adapter from pictures with captions.",
        footer = "The adapter has PEFT's layout; metrics.csv, loss.png, samples and what --resume needs lie beside it.")
final class TrainLoraCommand implements Callable<Integer> {

    private static final String ADAPTER = "adapter_model.safetensors";
    /** Time for a step of a large model to end and for the state to be written. */
    private static final long PATIENCE_SECONDS = 180;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "DIR_OR_FILE",
            required = true,
            description = "Checkpoint that the adapter is for.")
    private Path model;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder of config.json and tokenizer.json, where the checkpoint has none.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Pictures with metadata.jsonl (file_name, text), or with a .txt beside each.")
    private Path data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the adapter, or " + ADAPTER + " in it.")
    private Path out;

    @Option(names = "--rank", paramLabel = "R", defaultValue = "16", description = "Default: ${DEFAULT-VALUE}.")
    private int rank;

    @Option(names = "--alpha", paramLabel = "A", description = "The adapter's scale is alpha / rank (default: rank).")
    private @Nullable Double alpha;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "400",
            description = "Optimiser steps (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "4",
            description = "Samples that go through the model together at most (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--accumulate",
            paramLabel = "N",
            defaultValue = "1",
            description = "Batches a step (default: ${DEFAULT-VALUE}).")
    private int accumulate;

    @Option(
            names = "--lr",
            paramLabel = "X",
            defaultValue = "2e-3",
            description = "Learning rate (default: ${DEFAULT-VALUE}, for small models; large ones need about 1e-4).")
    private double learningRate;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "10",
            description = "Steps until the learning rate is reached (default: ${DEFAULT-VALUE}).")
    private int warmup;

    @Option(
            names = "--dropout",
            paramLabel = "X",
            defaultValue = "0.1",
            description = "Share of captions left out, for guidance (default: ${DEFAULT-VALUE}).")
    private double dropout;

    @Option(
            names = "--focus-weight",
            paramLabel = "X",
            defaultValue = "1",
            description = "How much more the pixels in an entry's focus box count (default: ${DEFAULT-VALUE}).")
    private double focusWeight;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            defaultValue = "cpu",
            description = "cpu or cuda:N (default: ${DEFAULT-VALUE}).")
    private String device;

    @Option(
            names = "--save-every",
            paramLabel = "N",
            defaultValue = "100",
            description = "Steps between saved adapters (default: ${DEFAULT-VALUE}).")
    private int saveEvery;

    @Option(
            names = "--sample-every",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "Steps between pictures drawn with the adapter so far, 0 for none (default: ${DEFAULT-VALUE}).")
    private int sampleEvery;

    @Option(
            names = "--sample-prompt",
            paramLabel = "TEXT",
            description = "What those pictures show (default: the first caption).")
    private @Nullable String samplePrompt;

    @Option(names = "--resume", description = "Go on with the training in --out.")
    private boolean resume;

    // The formatter does not know the unnamed variable yet.
    @SuppressWarnings("try")
    @Override
    public Integer call() throws IOException {
        positive("--save-every", saveEvery, 1);
        positive("--sample-every", sampleEvery, 0);
        Path folder = folder();
        CancellationToken cancel = new CancellationToken();
        try (Interruption stopping = Interruption.cancelling(cancel, PATIENCE_SECONDS);
                LoraTrainer trainer = new LoraTrainer(model, config, data, options())) {
            if (resume) {
                trainer.resume(folder);
            }
            Files.createDirectories(folder);
            return train(trainer, folder, cancel);
        } catch (InvalidRequestException invalid) {
            throw new InputException("--" + invalid.field() + ": " + invalid.reason(), invalid);
        } catch (HiDreamException unusable) {
            throw new InputException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private static void positive(String option, int value, int least) {
        if (value < least) {
            throw new InputException(option + ": must be at least " + least + ", not " + value);
        }
    }

    private LoraOptions options() {
        return new LoraOptions(
                rank,
                alpha == null ? rank : alpha,
                steps,
                batch,
                accumulate,
                learningRate,
                warmup,
                dropout,
                focusWeight,
                seed,
                device);
    }

    private Path folder() throws IOException {
        String name = String.valueOf(out.getFileName());
        Path folder = out;
        if (name.endsWith(".safetensors")) {
            if (!name.equals(ADAPTER)) {
                throw new InputException("--out: an adapter in PEFT's layout is a folder; name one, or " + ADAPTER
                        + " in one, instead of " + out);
            }
            Path parent = out.getParent();
            folder = parent == null ? Path.of("") : parent;
        }
        if (!resume) {
            OutputFolder.requireEmpty(folder);
        }
        return folder;
    }

    private int train(LoraTrainer trainer, Path folder, CancellationToken cancel) {
        PrintWriter err = spec.commandLine().getErr();
        if (trainer.edits() > 0) {
            err.printf("%d entries with a reference are edits and are left out%n", trainer.edits());
        }
        err.printf("training on %d pairs, rank %d%n", trainer.pairs(), rank);
        err.flush();
        String prompt = samplePrompt == null ? trainer.firstCaption() : samplePrompt;
        LoraRun run = new LoraRun(
                trainer,
                folder,
                new LoraMetrics(folder, trainer.step()),
                new LoraSamples(model, config, folder, device, prompt, seed),
                new LoraRun.Every(steps, saveEvery, sampleEvery),
                cancel);
        try (ProgressBar bar = new ProgressBar(err)) {
            run.start(bar);
        } catch (CancelledException interrupted) {
            // Said below, since the last sample may also be what was cancelled.
        }
        boolean whole = trainer.step() == steps;
        err.printf(
                Locale.ROOT,
                whole
                        ? "wrote %s after %d steps; loss at fixed times and noises: %.5f to %.5f%n"
                        : "saved %s after %d steps; --resume goes on (loss at fixed times and noises: %.5f to %.5f)%n",
                folder,
                trainer.step(),
                run.firstProbe(),
                run.lastProbe());
        err.flush();
        return whole ? 0 : 1;
    }
}
