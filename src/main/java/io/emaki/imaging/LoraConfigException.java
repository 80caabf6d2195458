package io.emaki.imaging;

import java.nio.file.Path;

/** A stack's YAML file that cannot be used; the message names the file and the field. */
final class LoraConfigException extends RuntimeException {

    LoraConfigException(Path file, String message) {
        super(file + ": " + message);
    }

    LoraConfigException(Path file, String message, Throwable cause) {
        super(file + ": " + message, cause);
    }
}
