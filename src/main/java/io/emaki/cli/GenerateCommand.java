package io.emaki.cli;

import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.CancelledException;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.HiDreamException;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.ImageResult;
import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.ModelInfo;
import io.emaki.hidream.Precision;
import io.emaki.hidream.SchedulerKind;
import java.awt.image.BufferedImage;
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

/** Draws or edits one picture with a checkpoint, without the service. */
@Command(
        name = "generate",
        description = "Draws a picture from words, or edits pictures by words.",
        footer = "What is not given comes from the model; flow-match and flash draw in 28 steps without guidance.")
final class GenerateCommand implements Callable<Integer> {

    /** The recipe that the distilled model's two schedulers are made for. */
    private static final int DEV_STEPS = 28;

    private static final double DEV_GUIDANCE = 0;
    private static final double DEV_SHIFT = 1;

    /** Of the official model; only stands in where a request is checked before the model is open. */
    private static final int DEFAULT_SIDE = 2048;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "DIR_OR_FILE",
            required = true,
            description = "Checkpoint: a folder with config.json, or one .safetensors file.")
    private Path model;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder of config.json and tokenizer.json, where the checkpoint has none.")
    private @Nullable Path config;

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            required = true,
            description = "What the picture shows, or what to change in the reference.")
    private String prompt;

    @Option(
            names = "--ref",
            paramLabel = "FILE",
            description = "Reference picture (PNG, JPEG, WebP); may be repeated, in the order that the prompt means.")
    private List<Path> references = new ArrayList<>();

    @Option(
            names = "--layout",
            paramLabel = "JSON",
            description = "Boxes for the references, [[x1,x2,y1,y2],...] from 0 to 1.")
    private @Nullable String layout;

    @Option(names = "--width", paramLabel = "N", description = "Pixels, a multiple of 32 from 64 to 3104.")
    private @Nullable Integer width;

    @Option(names = "--height", paramLabel = "N", description = "Pixels, a multiple of 32 from 64 to 3104.")
    private @Nullable Integer height;

    @Option(names = "--steps", paramLabel = "N", description = "1 to 1000.")
    private @Nullable Integer steps;

    @Option(names = "--guidance", paramLabel = "X", description = "0 to 30; up to 1 means without guidance.")
    private @Nullable Double guidance;

    @Option(names = "--shift", paramLabel = "X", description = "0.01 to 100.")
    private @Nullable Double shift;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "32", description = "Default: 32.")
    private long seed;

    @Option(
            names = "--scheduler",
            paramLabel = "NAME",
            defaultValue = "unipc",
            description = "unipc, flow-match or flash (default: unipc).")
    private String scheduler;

    @Option(names = "--noise-scale", paramLabel = "X", description = "Strength of the starting noise, 0.01 to 100.")
    private @Nullable Double noiseScale;

    @Option(names = "--keep-aspect", description = "The picture takes the shape of its one reference.")
    private boolean keepAspect;

    @Option(
            names = "--lora",
            paramLabel = LoraArgument.LABEL,
            description = "LoRA adapter and its strength; may be repeated, all are combined.")
    private List<String> loras = new ArrayList<>();

    @Option(
            names = "--precision",
            paramLabel = "NAME",
            defaultValue = "float32",
            description = "float32, bfloat16 or float8 (default: float32).")
    private String precision;

    @Option(names = "--out", paramLabel = "FILE.png", required = true, description = "PNG file to write.")
    private Path out;

    @Option(names = "--json", description = "Print parameters, times and the file's SHA-256 to standard output.")
    private boolean json;

    // The formatter does not know the unnamed variable yet.
    @SuppressWarnings("try")
    @Override
    public Integer call() {
        PictureFile file = PictureFile.at(out);
        CancellationToken cancel = new CancellationToken();
        try (Interruption stopping = Interruption.cancelling(cancel)) {
            return draw(file, cancel);
        }
    }

    private int draw(PictureFile file, CancellationToken cancel) {
        try {
            Precision arithmetic = Precision.parse(precision);
            List<BufferedImage> pictures = ReferenceFile.readAll(references);
            // Wrong options are told before a large checkpoint is opened.
            fill(sized(ImageRequest.builder(prompt), DEFAULT_SIDE, DEFAULT_SIDE), pictures)
                    .build();
            try (HiDreamEngine engine = HiDreamEngine.open(existing(model), config, arithmetic)) {
                ImageRequest request = fill(recipe(engine.info()), pictures).build();
                ImageResult result = generate(engine, request, cancel);
                GenerateReport report = GenerateReport.of(out, arithmetic, engine.info(), request, result, references);
                tell(file.write(result.image(), report.details()), report, engine.info());
            }
            return 0;
        } catch (CancelledException cancelled) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("emaki generate: " + cancelled.getMessage() + ", nothing was written");
            err.flush();
            return 1;
        } catch (InvalidRequestException invalid) {
            throw new InputException(option(invalid.field()) + ": " + invalid.reason(), invalid);
        } catch (HiDreamException unusable) {
            throw new InputException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private ImageResult generate(HiDreamEngine engine, ImageRequest request, CancellationToken cancel) {
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr())) {
            return engine.generate(request, step -> bar.show(step.step(), step.steps(), step.secondsPerStep()), cancel);
        }
    }

    private ImageRequest.Builder recipe(ModelInfo info) {
        ImageRequest.Builder builder =
                sized(ImageRequest.builder(prompt, info), info.nativeWidth(), info.nativeHeight());
        return SchedulerKind.parse(scheduler) == SchedulerKind.UNIPC
                ? builder
                : builder.steps(DEV_STEPS).guidanceScale(DEV_GUIDANCE).shift(DEV_SHIFT);
    }

    private ImageRequest.Builder sized(ImageRequest.Builder builder, int defaultWidth, int defaultHeight) {
        return builder.size(width == null ? defaultWidth : width, height == null ? defaultHeight : height);
    }

    /** Puts the given options over the builder's. */
    private ImageRequest.Builder fill(ImageRequest.Builder builder, List<BufferedImage> pictures) {
        if (steps != null) {
            builder.steps(steps);
        }
        if (guidance != null) {
            builder.guidanceScale(guidance);
        }
        if (shift != null) {
            builder.shift(shift);
        }
        return builder.references(pictures)
                .layout(layout)
                .keepAspect(keepAspect)
                .seed(seed)
                .scheduler(SchedulerKind.parse(scheduler))
                .noiseScale(noiseScale)
                .loraStack(LoraArgument.stack(loras, model));
    }

    private static Path existing(Path model) {
        if (!Files.exists(model)) {
            throw new InputException("--model: there is no file or folder " + model);
        }
        return model;
    }

    private void tell(String sha256, GenerateReport report, ModelInfo info) {
        PrintWriter err = spec.commandLine().getErr();
        if (info.randomWeights()) {
            err.println("This model has random weights: its pictures are noise.");
        }
        err.printf(
                Locale.ROOT,
                "Wrote %s: %dx%d, %d steps of %.2f s%n",
                out,
                report.width(),
                report.height(),
                report.steps(),
                report.secondsPerStep());
        err.flush();
        if (json) {
            spec.commandLine().getOut().println(report.json(sha256));
            spec.commandLine().getOut().flush();
        }
    }

    /** The option for a field of a request. */
    static String option(String field) {
        return switch (field) {
            case "guidance_scale" -> "--guidance";
            case "references" -> "--ref";
            default ->
                field.startsWith("references[")
                        ? "--ref number " + (Integer.parseInt(field.replaceAll("\\D", "")) + 1)
                        : "--" + field.replace('_', '-');
        };
    }
}
