package io.emaki.testing.kill;

import java.nio.file.Path;
import java.util.Map;

class KillOnH2Test extends KillContract {

    /** The database of a default installation: a file below the data folder. */
    @Override
    Map<String, String> database(Path folder) {
        return Map.of();
    }
}
