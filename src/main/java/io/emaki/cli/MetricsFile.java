package io.emaki.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A CSV file that grows line by line, each beginning with its step. */
final class MetricsFile {

    private final Path csv;
    private final List<String> lines = new ArrayList<>();

    /** @param steps lines of later steps are dropped, since a run that goes on takes them again */
    MetricsFile(Path csv, String header, long steps) {
        this.csv = csv;
        try {
            if (steps > 0 && Files.exists(csv)) {
                Files.readAllLines(csv).stream()
                        .skip(1)
                        .filter(line -> stepOf(line) <= steps)
                        .forEach(lines::add);
            }
            List<String> all = new ArrayList<>(lines);
            all.addFirst(header);
            Files.write(csv, all);
        } catch (IOException e) {
            throw new UncheckedIOException(csv + " cannot be written", e);
        }
    }

    private static long stepOf(String line) {
        String step = line.substring(0, Math.max(0, line.indexOf(',')));
        return step.matches("\\d{1,15}") ? Long.parseLong(step) : Long.MAX_VALUE;
    }

    void add(String line) {
        lines.add(line);
        try {
            Files.write(csv, List.of(line), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(csv + " cannot be written", e);
        }
    }

    /** All lines but the header. */
    List<String> lines() {
        return List.copyOf(lines);
    }
}
