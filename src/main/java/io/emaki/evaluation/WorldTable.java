package io.emaki.evaluation;

import io.emaki.world.Axis;
import io.emaki.world.Language;
import io.emaki.world.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures as text: each share with its 95 % interval and a verdict, beside the base model's where there is one. */
public final class WorldTable {

    private static final double AIM = 0.95;
    private static final double FLOOR = 0.90;
    private static final double LARGEST_FALL = 0.05;

    private final List<String> lines = new ArrayList<>();
    private final WorldScores scores;
    private final @Nullable WorldScores base;
    private int reached;
    private int near;
    private int below;

    private WorldTable(WorldScores scores, @Nullable WorldScores base) {
        this.scores = scores;
        this.base = base;
    }

    /**
     * @param scores of the run
     * @param base the same tasks without adapters; null where the run had none
     */
    public static String of(WorldScores scores, @Nullable WorldScores base) {
        return new WorldTable(scores, base).text();
    }

    private String text() {
        lines.add(String.format(
                Locale.ROOT,
                "%d edits, %d captions, %d chains of three edits%s",
                scores.edits().samples(),
                scores.captions().samples(),
                scores.chains().samples(),
                scores.secondsPerEdit().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "; %.2f s an edit (median)",
                                scores.secondsPerEdit().getAsDouble())));
        lines.add(String.format(
                Locale.ROOT,
                base == null ? "%-20s%3$8s  %5$-14s %6$5s  %7$s" : "%-20s%8s%8s%8s  %-14s %5s  %s",
                "",
                "base",
                base == null ? "share" : "adapted",
                "change",
                "95 % interval",
                "of",
                "verdict"));
        part("Edits: instruction followed", "Edits: identity kept", WorldScores::edits);
        rest("Edits: everything else", WorldScores::edits);
        if (scores.languages().size() > 1) {
            lines.add("Edits: whole instruction followed");
            for (Language language : Language.values()) {
                row(Miss.words(language), s -> s.languages().getOrDefault(language, Share.NONE));
            }
        }
        part("Text to image", null, WorldScores::captions);
        part("After three edits in a row", null, WorldScores::chains);
        rest(null, WorldScores::chains);
        if (base != null && scores.style().total() > 0) {
            style(scores.style(), base.style());
        }
        lines.add(String.format(
                Locale.ROOT,
                "%d figures reach %.2f, %d more reach %.2f, %d stay below",
                reached,
                AIM,
                near,
                FLOOR,
                below));
        return String.join(System.lineSeparator(), lines);
    }

    /** @param identity heading of the traits; null where they need none of their own */
    private void part(String title, @Nullable String identity, Function<WorldScores, Scores> part) {
        if (part.apply(scores).samples() == 0) {
            return;
        }
        lines.add(title);
        for (Axis axis : Axis.values()) {
            row(Miss.words(axis), s -> part.apply(s).of(axis));
        }
        if (identity != null) {
            row("all that was asked", s -> part.apply(s).followed());
            lines.add(identity);
        }
        for (Trait trait : Trait.values()) {
            row(Miss.words(trait), s -> part.apply(s).of(trait));
        }
    }

    private void rest(@Nullable String title, Function<WorldScores, Scores> part) {
        if (part.apply(scores).samples() == 0) {
            return;
        }
        if (title != null) {
            lines.add(title);
        }
        row("axes not named", s -> part.apply(s).kept());
        row("pixels unchanged", s -> part.apply(s).unchanged());
    }

    private void row(String name, Function<WorldScores, Share> figure) {
        Share share = figure.apply(scores);
        if (share.total() == 0) {
            lines.add(String.format(Locale.ROOT, "  %-18s%8s", name, "-") + "  nothing to count");
            return;
        }
        lines.add(cells(name, share, base == null ? null : figure.apply(base)) + "  " + verdict(share, figure));
    }

    private String verdict(Share share, Function<WorldScores, Share> figure) {
        boolean fell = base != null && figure.apply(base).value() - share.value() > LARGEST_FALL;
        String fall = fell ? String.format(Locale.ROOT, ", falls by more than %.2f", LARGEST_FALL) : "";
        if (share.value() >= AIM) {
            reached++;
            return ">= 0.95" + fall;
        }
        if (share.value() >= FLOOR) {
            near++;
            return ">= 0.90" + fall;
        }
        below++;
        return "below 0.90" + fall;
    }

    private void style(Share adapted, Share plain) {
        lines.add("Style: edits nearer to the style than to the plain drawing");
        lines.add(cells("in the style", adapted, plain));
    }

    private static String cells(String name, Share share, @Nullable Share base) {
        String beside = base == null ? "" : String.format(Locale.ROOT, "%8.3f", base.value());
        String change = base == null ? "" : String.format(Locale.ROOT, "%+8.3f", share.value() - base.value());
        return String.format(
                Locale.ROOT,
                "  %-18s%s%8.3f%s  %.3f to %.3f %5d",
                name,
                beside,
                share.value(),
                change,
                share.low(),
                share.high(),
                share.total());
    }
}
