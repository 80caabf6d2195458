package io.emaki.cli;

import io.emaki.access.AccessConfiguration;
import io.emaki.access.AccessException;
import io.emaki.access.IssuedToken;
import io.emaki.access.TokenSummary;
import io.emaki.access.Tokens;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tokens from the command line; works while a service runs on the same data folder, and without one. */
@Command(
        name = "token",
        description = "Makes, lists and revokes the tokens that calls of the service carry.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TokenCommand.Create.class, TokenCommand.Listing.class, TokenCommand.Revoke.class})
final class TokenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** Opens the database for one piece of work. */
    static final class Access {

        @Option(
                names = "--data-dir",
                paramLabel = "DIR",
                description = "Data folder of the service (default: persona-store/data).")
        private @Nullable Path dataDir;

        <T> T with(Function<Tokens, T> work) {
            String[] arguments = dataDir == null
                    ? new String[0]
                    : new String[] {
                        "--emaki.data-dir=" + dataDir.toAbsolutePath().normalize()
                    };
            try (ConfigurableApplicationContext context =
                    ServiceStart.run(AccessConfiguration.application(), arguments)) {
                return work.apply(context.getBean(Tokens.class));
            } catch (AccessException wrong) {
                throw new InputException(String.valueOf(wrong.getMessage()), wrong);
            }
        }
    }

    @Command(name = "create", description = "Makes a token and prints it; it cannot be shown again.")
    static final class Create implements Runnable {

        @Spec
        private CommandSpec spec;

        @Mixin
        private Access access;

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "What the token is for.")
        private String name;

        @Option(
                names = "--workspace",
                paramLabel = "NAME",
                defaultValue = Tokens.DEFAULT_WORKSPACE,
                description = "Workspace that it opens, made when new (default: ${DEFAULT-VALUE}).")
        private String workspace;

        @Override
        public void run() {
            IssuedToken token = access.with(tokens -> tokens.create(name, workspace));
            // The secret alone goes to standard output, for scripts.
            spec.commandLine()
                    .getErr()
                    .println("Token '" + token.name() + "' of workspace '" + token.workspace()
                            + "'. It is shown only now:");
            spec.commandLine().getErr().flush();
            spec.commandLine().getOut().println(token.secret());
            spec.commandLine().getOut().flush();
        }
    }

    @Command(name = "list", description = "Lists all tokens, revoked ones included, without their secrets.")
    static final class Listing implements Runnable {

        private static final String ROW = "%-36s  %-9s  %-20s  %-20s  %-20s  %s%n";

        @Spec
        private CommandSpec spec;

        @Mixin
        private Access access;

        @Override
        public void run() {
            var out = spec.commandLine().getOut();
            out.printf(ROW, "ID", "STATE", "CREATED", "LAST USED", "WORKSPACE", "NAME");
            for (TokenSummary token : access.with(Tokens::list)) {
                out.printf(
                        ROW,
                        token.id(),
                        token.isRevoked() ? "revoked" : "valid",
                        seconds(token.createdAt()),
                        token.lastUsedAt() == null ? "never" : seconds(token.lastUsedAt()),
                        token.workspace(),
                        token.name());
            }
            out.flush();
        }

        private static String seconds(Instant instant) {
            return instant.truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }

    @Command(name = "revoke", description = "Ends a token's validity at once.")
    static final class Revoke implements Runnable {

        @Spec
        private CommandSpec spec;

        @Mixin
        private Access access;

        @Parameters(paramLabel = "ID_OR_NAME", description = "Id of the token, or its name where no other has it.")
        private String token;

        @Override
        public void run() {
            TokenSummary revoked = access.with(tokens -> tokens.revoke(token));
            spec.commandLine().getOut().println("Revoked '" + revoked.name() + "' (" + revoked.id() + ").");
            spec.commandLine().getOut().flush();
        }
    }
}
