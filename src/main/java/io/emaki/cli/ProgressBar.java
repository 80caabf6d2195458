package io.emaki.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Steps done, what they say of themselves, and time left: a bar on a terminal, a line for every tenth of the way elsewhere. */
final class ProgressBar implements AutoCloseable {

    private static final int CELLS = 30;
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final PrintWriter err;
    private final boolean terminal;
    private final String unit;
    private boolean drawn;

    ProgressBar(PrintWriter err) {
        this(err, "step");
    }

    /** @param unit what is counted, in the singular */
    ProgressBar(PrintWriter err, String unit) {
        this.err = err;
        this.unit = unit;
        this.terminal = isTerminal();
    }

    void show(int step, int steps, double secondsPerStep) {
        show(step, steps, secondsPerStep, "");
    }

    /** @param detail shown between the steps and the times */
    void show(int step, int steps, double secondsPerStep, String detail) {
        String text = String.format(
                Locale.ROOT,
                "%3d %% %d/%d, %s%.2f s a %s, %s left",
                100 * step / steps,
                step,
                steps,
                detail.isEmpty() ? "" : detail + ", ",
                secondsPerStep,
                unit,
                left(secondsPerStep * (steps - step)));
        if (terminal) {
            int full = CELLS * step / steps;
            err.print("\r[" + "#".repeat(full) + "-".repeat(CELLS - full) + "] " + text + "\033[K");
            drawn = true;
        } else if (10L * step / steps > 10L * (step - 1) / steps) {
            err.println(text);
        }
        err.flush();
    }

    private static String left(double seconds) {
        return seconds < 120
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%d:%02d min", (long) seconds / 60, (long) seconds % 60);
    }

    /** Leaves the line, so that what follows starts a new one. */
    @Override
    public void close() {
        if (drawn) {
            err.println();
            err.flush();
        }
    }

    /** Java only knows whether standard input and output both are terminals. */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            Console console = System.console();
            return console != null && console.isTerminal();
        }
    }
}
