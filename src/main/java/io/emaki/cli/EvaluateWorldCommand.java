package io.emaki.cli;

import io.emaki.evaluation.EvaluationSheet;
import io.emaki.evaluation.Miss;
import io.emaki.evaluation.Painter;
import io.emaki.evaluation.WorldEvaluation;
import io.emaki.evaluation.WorldReport;
import io.emaki.evaluation.WorldScores;
import io.emaki.evaluation.WorldTable;
import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.HiDreamException;
import io.emaki.hidream.ImageRequest;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.ModelInfo;
import io.emaki.hidream.Precision;
import io.emaki.world.Language;
import io.emaki.world.RenderStyle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate world}: edits, captions and chains on avatars that training never saw. */
@Command(
        name = "world",
        description = "Grades edits and pictures from captions against the world's own drawings.",
        footer = {
            "Instructions, avatars and places come from the part of the world that training never sees.",
            "With --lora everything is drawn twice, with and without, and the differences are shown."
        })
final class EvaluateWorldCommand implements Callable<Integer> {

    private static final int SHEET_CELLS = 36;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            defaultValue = "models/avatar-mini",
            description = "Checkpoint (default: ${DEFAULT-VALUE}).")
    private Path model;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Which avatars and words (default: 1).")
    private long seed;

    @Option(names = "--edits", paramLabel = "N", defaultValue = "200", description = "Single edits (default: 200).")
    private int edits;

    @Option(
            names = "--t2i",
            paramLabel = "N",
            defaultValue = "100",
            description = "Pictures from captions (default: 100).")
    private int captions;

    @Option(
            names = "--chains",
            paramLabel = "N",
            description = "Chains of three edits (default: a tenth of the edits).")
    private @Nullable Integer chains;

    @Option(
            names = "--language",
            paramLabel = "NAME",
            defaultValue = "english",
            description = "english, japanese or chinese (default: english).")
    private String language;

    @Option(
            names = "--lora",
            paramLabel = "FILE_OR_DIR:WEIGHT",
            description = "LoRA adapter and its strength; may be repeated, all are combined.")
    private List<String> loras = new ArrayList<>();

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            defaultValue = "plain",
            description =
                    "Style that pictures with --lora should have: plain, ink, golden-hour or neon (default: plain).")
    private String style;

    @Option(names = "--steps", paramLabel = "N", description = "Default: the model's own.")
    private @Nullable Integer steps;

    @Option(names = "--guidance", paramLabel = "X", description = "Default: the model's own.")
    private @Nullable Double guidance;

    @Option(names = "--shift", paramLabel = "X", description = "Default: the model's own.")
    private @Nullable Double shift;

    @Option(
            names = "--precision",
            paramLabel = "NAME",
            defaultValue = "float32",
            description = "float32, bfloat16 or float8 (default: float32).")
    private String precision;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that grade while the next picture is drawn (default: 1).")
    private int threads;

    @Option(names = "--misses", paramLabel = "N", defaultValue = "5", description = "Wrong ones to list (default: 5).")
    private int misses;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file.")
    private @Nullable Path json;

    @Option(
            names = "--sheet",
            paramLabel = "FILE.png",
            description = "Write the first pictures: reference, picture, truth.")
    private @Nullable Path sheet;

    private record Run(WorldScores scores, @Nullable WorldScores base) {}

    // The formatter does not know the unnamed variable yet.
    @SuppressWarnings("try")
    @Override
    public Integer call() throws IOException {
        LoraStack stack = LoraArgument.stack(loras);
        RenderStyle wanted = style(style);
        if (loras.isEmpty() && wanted != RenderStyle.PLAIN) {
            throw new InputException("--style: needs --lora, since the model alone draws in the plain style");
        }
        CancellationToken cancel = new CancellationToken();
        try (Interruption stopping = Interruption.cancelling(cancel);
                HiDreamEngine engine = HiDreamEngine.open(model, null, Precision.parse(precision))) {
            int size = engine.info().nativeWidth();
            EvaluationSheet pictures = new EvaluationSheet(SHEET_CELLS, size);
            Run run = run(engine, plan(wanted, size), stack, pictures, cancel);
            PrintWriter out = spec.commandLine().getOut();
            out.println(WorldTable.of(run.scores(), run.base()));
            run.scores().misses().stream().limit(misses).forEach(miss -> out.println("wrong: " + words(miss)));
            out.flush();
            if (json != null) {
                write(
                        json,
                        JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsBytes(WorldReport.of(run.scores(), run.base())));
            }
            if (sheet != null) {
                ImageIO.write(pictures.draw(), "png", sheet.toFile());
            }
            return cancel.isCancelled() ? 1 : 0;
        } catch (HiDreamException unusable) {
            throw new InputException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private WorldEvaluation.Plan plan(RenderStyle wanted, int size) {
        notNegative("--edits", edits);
        notNegative("--t2i", captions);
        int threes = chains == null ? Math.max(1, edits / 10) : chains;
        notNegative("--chains", threes);
        return new WorldEvaluation.Plan(seed, edits, captions, threes, wanted, wanted, size, language(language));
    }

    private Run run(
            HiDreamEngine engine,
            WorldEvaluation.Plan plan,
            LoraStack stack,
            EvaluationSheet pictures,
            CancellationToken cancel) {
        if (loras.isEmpty()) {
            return new Run(run(engine, plan, LoraStack.none(), pictures, "", cancel), null);
        }
        WorldEvaluation.Plan plain = new WorldEvaluation.Plan(
                plan.seed(),
                plan.edits(),
                plan.captions(),
                plan.chains(),
                RenderStyle.PLAIN,
                plan.wantedStyle(),
                plan.size(),
                plan.language());
        WorldScores base = run(engine, plain, LoraStack.none(), graded -> {}, "base", cancel);
        return new Run(run(engine, plan, stack, pictures, "with adapters", cancel), base);
    }

    private WorldScores run(
            HiDreamEngine engine,
            WorldEvaluation.Plan plan,
            LoraStack stack,
            WorldEvaluation.Listener listener,
            String name,
            CancellationToken cancel) {
        long began = System.nanoTime();
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr())) {
            return new WorldEvaluation(plan, threads)
                    .run(
                            painter(engine, stack),
                            listener,
                            done -> bar.show(done, plan.pictures(), (System.nanoTime() - began) / 1e9 / done, name),
                            cancel::isCancelled);
        }
    }

    private Painter painter(HiDreamEngine engine, LoraStack stack) {
        ModelInfo info = engine.info();
        return (text, reference, noise) -> {
            ImageRequest.Builder request = ImageRequest.builder(text, info)
                    .size(info.nativeWidth(), info.nativeHeight())
                    .seed(noise)
                    .loraStack(stack);
            if (reference != null) {
                request.references(List.<BufferedImage>of(reference));
            }
            if (steps != null) {
                request.steps(steps);
            }
            if (guidance != null) {
                request.guidanceScale(guidance);
            }
            if (shift != null) {
                request.shift(shift);
            }
            return engine.generate(request.build(), step -> {}, new CancellationToken())
                    .image();
        };
    }

    private static String words(Miss miss) {
        return "\"" + miss.text() + "\": " + String.join(", ", miss.wrong());
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path whole = Files.createTempFile(folder, "figures", ".json");
        Files.write(whole, bytes);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void notNegative(String option, int value) {
        if (value < 0) {
            throw new InputException(option + ": must not be negative, not " + value);
        }
    }

    private static Language language(String name) {
        for (Language language : Language.values()) {
            if (language.name().equalsIgnoreCase(name)) {
                return language;
            }
        }
        throw new InputException("--language: must be english, japanese or chinese, not " + name);
    }

    private static RenderStyle style(String id) {
        try {
            return RenderStyle.parse(id);
        } catch (IllegalArgumentException unknown) {
            throw new InputException("--style: must be plain, ink, golden-hour or neon, not " + id, unknown);
        }
    }
}
