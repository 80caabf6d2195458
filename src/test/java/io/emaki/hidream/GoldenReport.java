package io.emaki.hidream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Collects measured errors in target/golden-report.txt. */
public final class GoldenReport {

    private static final Path FILE = Path.of("target", "golden-report.txt");

    private GoldenReport() {}

    public static synchronized void add(String what, double measured, double allowed) {
        String line = String.format(Locale.ROOT, "%-60s %10.3g  (allowed %.3g)%n", what, measured, allowed);
        try {
            Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
