package io.emaki.cli;

import io.emaki.hidream.LoraStack;
import io.emaki.hidream.LoraWeight;
import io.emaki.world.Language;
import io.emaki.world.RenderStyle;
import io.emaki.world.StyleBlend;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values of options that the rendered world knows. */
final class WorldArguments {

    private WorldArguments() {}

    /** The languages that texts are written in, in turn. */
    static List<Language> languages(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "en", "english" -> List.of(Language.ENGLISH);
            case "ja", "japanese" -> List.of(Language.JAPANESE);
            case "zh", "chinese" -> List.of(Language.CHINESE);
            case "mix" -> List.of(Language.values());
            default -> throw new InputException("--language: must be en, ja, zh or mix, not " + name);
        };
    }

    static StyleBlend blend(String text) {
        try {
            return StyleBlend.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw new InputException(
                    "--style: must be " + RenderStyle.IDS + ", or a blend such as golden-hour=0.6+pastel=0.6; "
                            + unknown.getMessage(),
                    unknown);
        }
    }

    /** The blend that adapters should draw in which are called after styles; plain when one is called otherwise. */
    static StyleBlend blend(LoraStack adapters) {
        Map<RenderStyle, Double> weights = new EnumMap<>(RenderStyle.class);
        for (LoraWeight adapter : adapters.adapters()) {
            String name = String.valueOf(adapter.file().getFileName()).replace(".safetensors", "");
            Optional<RenderStyle> style = Arrays.stream(RenderStyle.values())
                    .filter(known -> known.id().equals(name))
                    .findFirst();
            if (style.isEmpty() || adapter.weight() <= 0) {
                return StyleBlend.PLAIN;
            }
            weights.merge(style.get(), adapter.weight(), Double::sum);
        }
        return new StyleBlend(weights);
    }
}
