package io.emaki.detection;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as text for a terminal. */
public final class DetectorTable {

    private static final String HEAD = "%-20s %6s %6s %6s %7s %8s %7s %6s%n";

    private DetectorTable() {}

    /** @param examples how many confusions are listed */
    public static String of(DetectorReport report, int examples) {
        StringBuilder text = new StringBuilder();
        text.append("Detector %s, %d turns, %d of them change nothing%n"
                .formatted(
                        report.detector(),
                        report.overall().turns(),
                        report.overall().quiet()));
        if (report.answered().size() > 1) {
            report.answered().forEach((who, turns) -> text.append("  %d answered by %s%n".formatted(turns, who)));
        }
        text.append("%n".formatted())
                .append(HEAD.formatted("", "turns", "right", "prec.", "recall", "F1", "false", "named"));
        row(text, "all", report.overall());
        rows(text, "axis", report.axes());
        rows(text, "language", report.languages());
        rows(text, "kind", report.kinds());
        text.append("%nGate%n".formatted());
        report.gate()
                .forEach((lang, gate) ->
                        text.append("  %-18s passes %s of %d turns with changes, skips %s of %d without%n"
                                .formatted(
                                        name(lang),
                                        percent(gate.recall()),
                                        gate.changing(),
                                        percent(gate.savings()),
                                        gate.quiet())));
        Latency speed = report.latency();
        text.append(String.format(
                Locale.ROOT,
                "%nStart-up %.0f ms to the first answer, then %.0f turns a second on one thread (median %.2f ms, 95 %% below %.2f ms)%n",
                speed.startUpMillis(),
                speed.turnsPerSecond(),
                speed.medianMillis(),
                speed.p95Millis()));
        confusions(text, report, examples);
        return text.toString().stripTrailing();
    }

    private static void rows(StringBuilder text, String title, Map<String, Figures> groups) {
        if (!groups.isEmpty()) {
            text.append("by %s%n".formatted(title));
            groups.forEach((name, figures) -> row(text, "  " + name(name), figures));
        }
    }

    private static String name(String group) {
        return group.isEmpty() ? "(not said)" : group;
    }

    private static void row(StringBuilder text, String name, Figures figures) {
        text.append(HEAD.formatted(
                name,
                figures.turns() == 0 ? "" : figures.turns(),
                figures.right(),
                percent(figures.precision()),
                percent(figures.recall()),
                figures.f1() == null ? "-" : String.format(Locale.ROOT, "%.3f", figures.f1()),
                percent(figures.falseTriggerRate()),
                percent(figures.named())));
    }

    private static void confusions(StringBuilder text, DetectorReport report, int examples) {
        int all = report.confusions().size();
        int shown = Math.min(all, examples);
        if (shown > 0) {
            text.append("%n%d of %d turns that went wrong%n".formatted(shown, all));
            for (int i = 0; i < shown; i++) {
                // Spread over all, since the input is often sorted by kind or language.
                text.append("  %s%n"
                        .formatted(report.confusions()
                                .get((int) ((long) i * all / shown))
                                .line()));
            }
        }
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
