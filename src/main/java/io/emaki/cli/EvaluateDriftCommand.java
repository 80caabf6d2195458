package io.emaki.cli;

import io.emaki.evaluation.DriftCurve;
import io.emaki.evaluation.DriftEvaluation;
import io.emaki.evaluation.Painter;
import io.emaki.hidream.CancellationToken;
import io.emaki.hidream.HiDreamEngine;
import io.emaki.hidream.HiDreamException;
import io.emaki.hidream.LoraStack;
import io.emaki.hidream.Precision;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

/** Long chains of edits, with and without starting from the first picture again. */
@Command(
        name = "drift",
        description =
                "Compares long chains of edits that take the picture before with ones that start anew now and then.")
final class EvaluateDriftCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 5;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "DIR_OR_FILE",
            description = "Model to grade (default: the one that comes with Emaki).")
    private @Nullable Path model;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Which avatars and words (default: 1).")
    private long seed;

    @Option(names = "--chains", paramLabel = "N", defaultValue = "10", description = "Chains (default: 10).")
    private int chains;

    @Option(names = "--length", paramLabel = "N", defaultValue = "12", description = "Edits in a chain (default: 12).")
    private int length;

    @Option(
            names = "--reanchor",
            paramLabel = "N",
            defaultValue = "3",
            description = "Edits of edits before one starts from the first picture again (default: 3).")
    private int reanchor;

    @Mixin
    private final RecipeOptions recipe = new RecipeOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file.")
    private @Nullable Path json;

    @Option(names = "--plot", paramLabel = "FILE.png", description = "Draw the curves into this file.")
    private @Nullable Path plot;

    // The formatter does not know the unnamed variable yet.
    @SuppressWarnings("try")
    @Override
    public Integer call() {
        atLeast("--chains", chains, 1);
        atLeast("--length", length, 1);
        atLeast("--reanchor", reanchor, 1);
        OutputFile figures = json == null ? null : OutputFile.at("--json", json, "");
        OutputFile picture = plot == null ? null : OutputFile.at("--plot", plot, ".png");
        Path folder = model == null ? Installation.folder().resolve("models/avatar-mini") : model;
        CancellationToken cancel = new CancellationToken();
        Map<String, DriftCurve> curves = new LinkedHashMap<>();
        try (Interruption stopping = Interruption.cancelling(cancel, PATIENCE_SECONDS);
                HiDreamEngine engine = HiDreamEngine.open(folder, null, Precision.FLOAT32);
                ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), "picture")) {
            int side = engine.info().nativeWidth();
            Painter painter = new EnginePainter(engine, recipe, LoraStack.none(), cancel);
            DriftEvaluation evaluation = new DriftEvaluation(seed, length, side);
            int pictures = 2 * chains * length;
            long began = System.nanoTime();
            for (int every : List.of(0, reanchor)) {
                int done = curves.size() * chains * length;
                DriftCurve curve = evaluation.run(painter, chains, every, count -> {
                    int all = done + count;
                    bar.show(all, pictures, (System.nanoTime() - began) / 1e9 / all);
                });
                if (curve == null) {
                    return 1;
                }
                curves.put(every == 0 ? "plain" : "reanchored", curve);
            }
        } catch (HiDreamException unusable) {
            throw new InputException(String.valueOf(unusable.getMessage()), unusable);
        }
        tell(curves, figures, picture);
        return 0;
    }

    private static void atLeast(String option, int value, int least) {
        if (value < least) {
            throw new InputException(option + ": must be at least " + least + ", not " + value);
        }
    }

    private void tell(Map<String, DriftCurve> curves, @Nullable OutputFile figures, @Nullable OutputFile picture) {
        DriftCurve plain = curves.getOrDefault("plain", new DriftCurve(List.of(), List.of(), List.of(), List.of()));
        DriftCurve anew = curves.getOrDefault("reanchored", plain);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d chains of %d edits; reanchored after %d edits of edits%n", chains, length, reanchor);
        out.println("        same person        identity kept       appearance right    error (0 to 255)");
        out.println("edit     plain  anchored    plain  anchored     plain  anchored    plain  anchored");
        for (int i = 0; i < length; i++) {
            out.printf(
                    Locale.ROOT,
                    "%4d     %.3f     %.3f    %.3f     %.3f     %.3f     %.3f   %6.2f    %6.2f%n",
                    i + 1,
                    plain.same().get(i),
                    anew.same().get(i),
                    plain.identity().get(i),
                    anew.identity().get(i),
                    plain.state().get(i),
                    anew.state().get(i),
                    plain.error().get(i),
                    anew.error().get(i));
        }
        if (figures != null) {
            Map<String, Object> root = new LinkedHashMap<>();
            root.put("chains", chains);
            root.put("length", length);
            root.put("reanchorAfter", reanchor);
            root.putAll(curves);
            figures.write(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsBytes(root));
        }
        if (picture != null) {
            picture.write(new DriftPlot(plain, anew, reanchor)
                    .png("Who is still the same after a chain of edits (" + chains + " chains)"));
        }
    }
}
