package io.emaki.cli;

import picocli.CommandLine.Command;

/** Measures models against known right answers. */
@Command(
        name = "evaluate",
        description = "Measures a model against known right answers.",
        subcommands = {EvaluateWorldCommand.class})
final class EvaluateCommand {}
