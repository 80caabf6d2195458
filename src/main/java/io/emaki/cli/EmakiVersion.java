package io.emaki.cli;

import picocli.CommandLine.IVersionProvider;

/** Version from the jar's manifest; a run from the class folder has none. */
final class EmakiVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = EmakiVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "emaki " + (version == null ? "(development)" : version),
            "Java " + Runtime.version() + " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
