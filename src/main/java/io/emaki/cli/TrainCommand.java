package io.emaki.cli;

import picocli.CommandLine.Command;

/** Groups the trainers. */
@Command(
        name = "train",
        description = "Train a model or an adapter.",
        subcommands = {TrainFullCommand.class, TrainLoraCommand.class})
final class TrainCommand {}
