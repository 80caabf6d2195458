package io.emaki.detection;

import java.nio.file.Path;

/** A file of turns that cannot be read. The message is one line that names the file, the line and the field. */
public final class TurnFileException extends RuntimeException {

    TurnFileException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }

    TurnFileException(Path file, long line, String problem, Throwable cause) {
        super(file + ", line " + line + ": " + problem, cause);
    }
}
