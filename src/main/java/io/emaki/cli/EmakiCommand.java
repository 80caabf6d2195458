package io.emaki.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command. A new subcommand is one class in this package and one line below. */
@Command(
        name = "emaki",
        description = "Pictures for avatar chat: notices what a turn changes and edits the persona's picture.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = EmakiVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            TokenCommand.class,
            PauseCommand.Pause.class,
            PauseCommand.Resume.class,
            DemoCommand.class,
            GenerateCommand.class,
            BenchCommand.class,
            WorldCommand.class,
            TrainCommand.class,
            DetectCommand.class,
            EvaluateCommand.class,
        })
public final class EmakiCommand implements Runnable {

    private final Class<?> application;

    @Spec
    private CommandSpec spec;

    EmakiCommand(Class<?> application) {
        this.application = application;
    }

    /**
     * Runs one command line.
     *
     * @param application the Spring application that commands start when they need the service
     * @return the exit status: 0 success, 1 failure, 2 wrong arguments or input
     */
    public static int run(Class<?> application, String... args) {
        return commandLine(application).execute(args);
    }

    static CommandLine commandLine(Class<?> application) {
        return new CommandLine(new EmakiCommand(application))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(Failures::wrongArguments)
                .setExecutionExceptionHandler(Failures::failed);
    }

    Class<?> application() {
        return application;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
