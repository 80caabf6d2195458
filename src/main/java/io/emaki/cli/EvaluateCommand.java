package io.emaki.cli;

import picocli.CommandLine.Command;

/** Measures models and detectors against known right answers. */
@Command(
        name = "evaluate",
        description = "Measures a model or a detector against known right answers.",
        subcommands = {EvaluateWorldCommand.class, EvaluateDriftCommand.class, EvaluateDetectorCommand.class})
final class EvaluateCommand {}
