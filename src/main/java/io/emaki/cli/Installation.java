package io.emaki.cli;

import java.nio.file.Path;

/** Where the program is installed. */
final class Installation {

    private Installation() {}

    /** Holds {@code models} and {@code lora-configs}; the launcher names it. */
    static Path folder() {
        return Path.of(System.getProperty("emaki.home", "."));
    }
}
