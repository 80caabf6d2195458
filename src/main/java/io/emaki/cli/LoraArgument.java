package io.emaki.cli;

import io.emaki.hidream.LoraStack;
import io.emaki.hidream.LoraWeight;
import java.nio.file.Path;
import java.util.List;

/** The value of {@code --lora}: file or folder, colon, weight. */
final class LoraArgument {

    private LoraArgument() {}

    static LoraStack stack(List<String> arguments) {
        return new LoraStack(arguments.stream().map(LoraArgument::parse).toList());
    }

    private static LoraWeight parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            if (colon > 0) {
                return new LoraWeight(Path.of(text.substring(0, colon)), Double.parseDouble(text.substring(colon + 1)));
            }
        } catch (NumberFormatException noNumber) {
            throw new InputException(
                    "--lora: '" + text.substring(colon + 1) + "' is no weight; write FILE_OR_DIR:WEIGHT", noNumber);
        }
        throw new InputException(
                "--lora: '" + text + "' has no weight; write FILE_OR_DIR:WEIGHT such as " + text + ":1");
    }
}
