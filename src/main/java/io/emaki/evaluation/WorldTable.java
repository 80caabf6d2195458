package io.emaki.evaluation;

import io.emaki.world.Axis;
import io.emaki.world.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures as text, with the 95 % interval of each, and beside another run's where there is one. */
public final class WorldTable {

    private static final double AIM = 0.95;
    private static final double FLOOR = 0.90;

    private WorldTable() {}

    /**
     * @param scores of the run
     * @param base the same tasks without adapters; null where the run had none
     */
    public static String of(WorldScores scores, @Nullable WorldScores base) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d edits, %d captions, %d chains of three edits%s",
                scores.edits().samples(),
                scores.captions().samples(),
                scores.chains().samples(),
                base == null ? "" : "; in brackets the difference to the base model"));
        section(lines, "Edits: instruction followed", scores, base, WorldScores::edits);
        identity(lines, "Edits: identity kept", scores, base, WorldScores::edits);
        lines.add("Edits: everything else");
        row(
                lines,
                "pixels unchanged",
                scores.edits().unchanged(),
                base == null ? null : base.edits().unchanged());
        row(
                lines,
                "axes kept",
                scores.edits().kept(),
                base == null ? null : base.edits().kept());
        section(lines, "Text to image", scores, base, WorldScores::captions);
        identity(lines, null, scores, base, WorldScores::captions);
        section(lines, "After three edits in a row", scores, base, WorldScores::chains);
        identity(lines, null, scores, base, WorldScores::chains);
        row(
                lines,
                "pixels unchanged",
                scores.chains().unchanged(),
                base == null ? null : base.chains().unchanged());
        if (base != null) {
            lines.add("Style");
            row(lines, "in the style", scores.style(), base.style());
        }
        lines.add(String.format(Locale.ROOT, "median of %.2f s an edit", scores.secondsPerEdit()));
        return String.join(System.lineSeparator(), lines);
    }

    private static void section(
            List<String> lines,
            String title,
            WorldScores scores,
            @Nullable WorldScores base,
            Function<WorldScores, Scores> part) {
        lines.add(title);
        for (Axis axis : Axis.values()) {
            row(
                    lines,
                    words(axis),
                    part.apply(scores).of(axis),
                    base == null ? null : part.apply(base).of(axis));
        }
    }

    private static void identity(
            List<String> lines,
            @Nullable String title,
            WorldScores scores,
            @Nullable WorldScores base,
            Function<WorldScores, Scores> part) {
        if (title != null) {
            lines.add(title);
        }
        for (Trait trait : Trait.values()) {
            row(
                    lines,
                    words(trait),
                    part.apply(scores).of(trait),
                    base == null ? null : part.apply(base).of(trait));
        }
    }

    private static void row(List<String> lines, String name, Share share, @Nullable Share base) {
        if (share.total() == 0) {
            return;
        }
        String difference = base == null || base.total() == 0
                ? ""
                : String.format(Locale.ROOT, " (%+.3f)", share.value() - base.value());
        lines.add(String.format(
                Locale.ROOT,
                "  %-17s %.3f%s  [%.3f, %.3f] of %d%s",
                name,
                share.value(),
                difference,
                share.low(),
                share.high(),
                share.total(),
                share.value() >= AIM ? "" : share.value() >= FLOOR ? "  below 0.95" : "  below 0.90"));
    }

    private static String words(Enum<?> attribute) {
        return attribute.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
