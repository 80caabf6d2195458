package io.emaki.cli;

import io.emaki.evaluation.Entrant;
import io.emaki.evaluation.EvaluationSheet;
import io.emaki.evaluation.Plan;
import io.emaki.evaluation.WorldEvaluation;
import io.emaki.evaluation.WorldReport;
import io.emaki.evaluation.WorldScores;
import io.emaki.evaluation.WorldTable;
import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.HiDreamException;
import io.emaki.hidream.InvalidRequestException;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.ModelInfo;
import io.emaki.hidream.Precision;
import io.emaki.imaging.LoraCatalog;
import io.emaki.imaging.PictureRejectedException;
import io.emaki.world.Language;
import io.emaki.world.StyleBlend;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "The avatars come from the part of the world that training never sees. Ctrl-C shows what is done until then.",
            "With --lora or --stack everything is drawn twice, with and without, and both are shown side by side."
        })
final class EvaluateWorldCommand implements Callable<Integer> {

    /** Enough for the pictures that still wait to be graded. */
    private static final long PATIENCE_SECONDS = 60;

    private static final String SHIPPED = "models/avatar-mini";
    private static final int SHEET_EDITS = 24;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Checkpoint (default: models/avatar-mini of the installation).")
    private @Nullable Path model;

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
            description =
                    "Chains of three edits, each of the picture before (default: a tenth of the edits, at least 1).")
    private @Nullable Integer chains;

    @Option(
            names = "--language",
            paramLabel = "NAME",
            defaultValue = "en",
            description = "en, ja, zh, or mix for the three in turn (default: en).")
    private String language;

    @Option(
            names = "--lora",
            paramLabel = LoraArgument.LABEL,
            description = "LoRA adapter and its strength; may be repeated, all are combined.")
    private List<String> loras = new ArrayList<>();

    @Option(names = "--stack", paramLabel = "NAME", description = "Stack of lora-configs, instead of --lora.")
    private @Nullable String stack;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            split = ",",
            description =
                    "Style that pictures with adapters have and are graded in: ink, golden-hour, neon, pastel, film, or a blend such as golden-hour=0.6+pastel=0.6; of several, with commas between, each picture in the nearest (default: the styles that the adapters are called after).")
    private List<String> styles = new ArrayList<>();

    @Mixin
    private final RecipeOptions recipe = new RecipeOptions();

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
            description = "Write the first pictures: reference, what the model drew, truth, text.")
    private @Nullable Path sheet;

    // The formatter does not know the unnamed variable yet.
    @SuppressWarnings("try")
    @Override
    public Integer call() {
        check();
        OutputFile figures = json == null ? null : OutputFile.at("--json", json, "");
        PictureFile pictures = sheet == null ? null : PictureFile.at("--sheet", sheet);
        Path folder = model == null ? Installation.folder().resolve(SHIPPED) : model;
        LoraStack adapters = adapters(folder);
        List<StyleBlend> wanted = wanted(adapters);
        List<Language> languages = WorldArguments.languages(language);
        CancellationToken cancel = new CancellationToken();
        try (Interruption stopping = Interruption.cancelling(cancel, PATIENCE_SECONDS);
                HiDreamEngine engine = HiDreamEngine.open(folder, null, Precision.parse(precision))) {
            Plan plan = new Plan(seed, edits, captions, chains(), wanted, side(engine.info()), languages);
            List<Entrant> entrants = new ArrayList<>();
            if (!adapters.isEmpty()) {
                entrants.add(new Entrant(
                        new EnginePainter(engine, recipe, LoraStack.none(), cancel), List.of(StyleBlend.PLAIN)));
            }
            entrants.add(new Entrant(new EnginePainter(engine, recipe, adapters, cancel), wanted));
            EvaluationSheet drawn = new EvaluationSheet(pictures == null ? 0 : SHEET_EDITS, entrants.size());
            List<WorldScores> scores = run(plan, entrants, drawn, cancel);
            tell(scores.getLast(), scores.size() == 1 ? null : scores.getFirst(), figures);
            if (pictures != null) {
                pictures.write(drawn.draw(), Map.of("model", engine.info().name(), "seed", String.valueOf(seed)));
            }
            return cancel.isCancelled() ? 1 : 0;
        } catch (InvalidRequestException invalid) {
            throw new InputException(GenerateCommand.option(invalid.field()) + ": " + invalid.reason(), invalid);
        } catch (HiDreamException unusable) {
            throw new InputException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private void check() {
        atLeast("--edits", edits, 0);
        atLeast("--t2i", captions, 0);
        atLeast("--chains", chains(), 0);
        atLeast("--threads", threads, 1);
        atLeast("--misses", misses, 0);
    }

    private int chains() {
        return chains == null ? Math.max(1, edits / 10) : chains;
    }

    private LoraStack adapters(Path folder) {
        if (stack == null) {
            return LoraArgument.stack(loras, folder);
        }
        if (!loras.isEmpty()) {
            throw new InputException("--stack: cannot be combined with --lora");
        }
        try {
            return LoraCatalog.open(Installation.folder().resolve("lora-configs"))
                    .files(stack);
        } catch (PictureRejectedException unknown) {
            throw new InputException("--stack: " + unknown.reason(), unknown);
        }
    }

    private List<StyleBlend> wanted(LoraStack adapters) {
        List<StyleBlend> wanted = styles.stream().map(WorldArguments::blend).toList();
        if (adapters.isEmpty() && wanted.stream().anyMatch(style -> !style.isPlain())) {
            throw new InputException("--style: needs adapters, since the model alone draws in the plain style");
        }
        return wanted.isEmpty() ? List.of(WorldArguments.blend(adapters)) : wanted;
    }

    private static int side(ModelInfo info) {
        if (info.nativeWidth() != info.nativeHeight()) {
            throw new InputException("--model: draws " + info.nativeWidth() + "x" + info.nativeHeight()
                    + " pixels; only square pictures can be graded");
        }
        return info.nativeWidth();
    }

    private List<WorldScores> run(Plan plan, List<Entrant> entrants, EvaluationSheet drawn, CancellationToken cancel) {
        int pictures = entrants.size() * plan.pictures();
        long began = System.nanoTime();
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), "picture")) {
            return new WorldEvaluation(plan, threads)
                    .run(
                            entrants,
                            drawn,
                            done -> bar.show(done, pictures, (System.nanoTime() - began) / 1e9 / done),
                            cancel::isCancelled);
        }
    }

    private void tell(WorldScores scores, @Nullable WorldScores base, @Nullable OutputFile figures) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(WorldTable.of(scores, base));
        List<String> wrong = scores.misses(misses);
        if (!wrong.isEmpty()) {
            out.println("The first that went wrong");
            wrong.forEach(line -> out.println("  " + line));
        }
        out.flush();
        if (figures != null) {
            figures.write(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsBytes(WorldReport.of(scores, base)));
        }
    }

    private static void atLeast(String option, int value, int least) {
        if (value < least) {
            throw new InputException(option + ": must be at least " + least + ", not " + value);
        }
    }
}
