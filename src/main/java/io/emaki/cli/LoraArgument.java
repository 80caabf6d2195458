package io.emaki.cli;

import io.emaki.hidream.LoraStack;
import io.emaki.hidream.LoraWeight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The value of {@code --lora}: an adapter, and after an equals sign or a colon its weight, 1 where there is none. */
final class LoraArgument {

    static final String LABEL = "NAME_OR_PATH[=WEIGHT]";

    private static final Pattern WEIGHTED = Pattern.compile("(?<adapter>.+)[=:](?<weight>[^=:/\\\\]*)");

    private LoraArgument() {}

    /** @param model whose folder {@code loras} holds adapters that can be called by name */
    static LoraStack stack(List<String> arguments, Path model) {
        return new LoraStack(
                arguments.stream().map(argument -> parse(argument, model)).toList());
    }

    private static LoraWeight parse(String text, Path model) {
        Matcher weighted = WEIGHTED.matcher(text);
        if (Files.exists(Path.of(text)) || !weighted.matches()) {
            return new LoraWeight(file(text, model), 1);
        }
        String weight = weighted.group("weight");
        try {
            return new LoraWeight(file(weighted.group("adapter"), model), Double.parseDouble(weight));
        } catch (NumberFormatException noNumber) {
            throw new InputException("--lora: '" + weight + "' is no weight; write " + LABEL, noNumber);
        }
    }

    /** A path as it is; a name among the model's own adapters, then among those that stacks use. */
    private static Path file(String adapter, Path model) {
        Path adapters = Installation.folder().resolve("lora-configs").resolve("adapters");
        return Stream.of(
                        Path.of(adapter),
                        model.resolve("loras").resolve(adapter),
                        adapters.resolve(adapter),
                        adapters.resolve(adapter + ".safetensors"))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(adapter));
    }
}
