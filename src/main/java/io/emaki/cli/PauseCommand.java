package io.emaki.cli;

import io.emaki.access.AccessConfiguration;
import io.emaki.scheduling.Pauses;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops and starts the edits of all workspaces; works while a service runs on the same data folder. */
final class PauseCommand {

    private PauseCommand() {}

    /** Opens the database for one piece of work. */
    abstract static class Work implements Runnable {

        @Spec
        private CommandSpec spec;

        @Option(
                names = "--data-dir",
                paramLabel = "DIR",
                description = "Data folder of the service (default: persona-store/data).")
        private @Nullable Path dataDir;

        abstract String work(Pauses pauses);

        @Override
        public void run() {
            spec.commandLine().getOut().println(with(this::work));
        }

        private String with(Function<Pauses, String> work) {
            String[] arguments = dataDir == null
                    ? new String[0]
                    : new String[] {
                        "--emaki.data-dir=" + dataDir.toAbsolutePath().normalize()
                    };
            try (ConfigurableApplicationContext context =
                    ServiceStart.run(AccessConfiguration.application(), arguments)) {
                return work.apply(new Pauses(context.getBean(JdbcClient.class), context.getBean(Clock.class)));
            }
        }
    }

    @Command(name = "pause", description = "Stops all edits; turns are taken and edits wait until resume.")
    static final class Pause extends Work {

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                defaultValue = "by the operator",
                description = "Told to whoever asks for a waiting edit (default: ${DEFAULT-VALUE}).")
        private String reason;

        @Override
        String work(Pauses pauses) {
            pauses.pause(reason);
            return "Edits are paused.";
        }
    }

    @Command(name = "resume", description = "Lets edits run again.")
    static final class Resume extends Work {

        @Override
        String work(Pauses pauses) {
            return pauses.resume() ? "Edits run again." : "Edits were not paused.";
        }
    }
}
