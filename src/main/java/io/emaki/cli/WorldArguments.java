package io.emaki.cli;

import io.emaki.world.Language;
import io.emaki.world.RenderStyle;
import java.util.List;
import java.util.Locale;

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

    static RenderStyle style(String id) {
        try {
            return RenderStyle.parse(id);
        } catch (IllegalArgumentException unknown) {
            throw new InputException("--style: must be " + RenderStyle.IDS + ", not " + id, unknown);
        }
    }
}
