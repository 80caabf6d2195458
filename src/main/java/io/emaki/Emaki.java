package io.emaki;

import io.emaki.cli.EmakiCommand;

/** Entry point of the jar: hands the arguments to the command line and ends with its exit status. */
public final class Emaki {

    private Emaki() {}

    public static void main(String[] args) {
        System.exit(EmakiCommand.run(EmakiApplication.class, args));
    }
}
