package io.emaki.testing.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Holds a thread still, for good, at the moment that a file names, and says so. */
final class FaultPoint {

    static final String REACHED = "REACHED ";

    private final Path file;

    FaultPoint(Path file) {
        this.file = file;
    }

    void pass(String moment) {
        if (moment.equals(armed())) {
            System.out.println(REACHED + moment);
            while (true) {
                LockSupport.park(this);
            }
        }
    }

    private String armed() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
