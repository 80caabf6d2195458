package io.emaki.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that a training writes to. */
final class OutputFolder {

    private OutputFolder() {}

    /** Refuses a file, and a folder that holds something. */
    static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputException("--out: " + folder + " is a file; name a folder");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new InputException(
                            "--out: " + folder + " is not empty; --resume goes on with the training in it");
                }
            }
        }
    }
}
