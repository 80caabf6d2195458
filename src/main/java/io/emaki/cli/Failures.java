package io.emaki.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns every failure of a command into one line on standard error and an exit status. */
final class Failures {

    private static final int FAILURE = 1;
    private static final int WRONG_INPUT = 2;

    private Failures() {}

    static int wrongArguments(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        report(command, oneLine(message(failure)) + suggestion(failure) + "; see '" + name(command) + " --help'");
        return WRONG_INPUT;
    }

    static int failed(Exception failure, CommandLine command, ParseResult arguments) {
        boolean wrongInput = failure instanceof InputException;
        report(command, oneLine(wrongInput ? failure.getMessage() : describe(failure)));
        if (!wrongInput && System.getenv("EMAKI_DEBUG") != null) {
            failure.printStackTrace(command.getErr());
        }
        return wrongInput ? WRONG_INPUT : FAILURE;
    }

    private static void report(CommandLine command, String line) {
        PrintWriter err = command.getErr();
        err.println(name(command) + ": " + line);
        err.flush();
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    /** Picocli also lists the values of unknown options; the options alone say what to change. */
    private static @Nullable String message(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            return "unknown option " + unmatched.getUnmatched().getFirst();
        }
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return "unknown argument " + unmatched.getUnmatched().getFirst();
        }
        return failure.getMessage();
    }

    private static String suggestion(ParameterException failure) {
        return failure instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? " (did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?)"
                : "";
    }

    private static String describe(Exception failure) {
        String message = failure.getMessage();
        return (failure instanceof IllegalStateException && message != null
                        ? message
                        : failure.getClass().getSimpleName() + (message == null ? "" : ": " + message))
                + (System.getenv("EMAKI_DEBUG") == null ? " (EMAKI_DEBUG=1 shows the stack trace)" : "");
    }

    private static String oneLine(@Nullable String message) {
        return (message == null ? "unknown failure" : message).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
