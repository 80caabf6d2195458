package io.emaki.evaluation;

import io.emaki.world.Axis;
import io.emaki.world.Trait;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures as a tree for JSON: shares from 0 to 1, null where nothing was counted. */
public final class WorldReport {

    private WorldReport() {}

    /**
     * @param scores of the run
     * @param base the same tasks without adapters; null where the run had none
     */
    public static Map<String, @Nullable Object> of(WorldScores scores, @Nullable WorldScores base) {
        Map<String, @Nullable Object> root = figures(scores);
        if (base != null) {
            root.put("base", figures(base));
            Map<String, @Nullable Object> style = new LinkedHashMap<>();
            style.put("base", share(base.style()));
            style.put("lora", share(scores.style()));
            root.put("style", style);
        }
        return root;
    }

    private static Map<String, @Nullable Object> figures(WorldScores scores) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("instruction", axes(scores.edits()));
        root.put("identity", traits(scores.edits()));
        root.put("unchanged", share(scores.edits().unchanged()));
        Map<String, @Nullable Object> captions = axes(scores.captions());
        captions.putAll(traits(scores.captions()));
        root.put("t2i", captions);
        Map<String, @Nullable Object> chains = new LinkedHashMap<>();
        chains.put("instruction", axes(scores.chains()));
        chains.put("identity", traits(scores.chains()));
        chains.put("unchanged", share(scores.chains().unchanged()));
        root.put("chain3", chains);
        root.put(
                "secondsPerEdit",
                scores.secondsPerEdit().isPresent() ? scores.secondsPerEdit().getAsDouble() : null);
        root.put(
                "samples",
                scores.edits().samples()
                        + scores.captions().samples()
                        + scores.chains().samples());
        return root;
    }

    private static Map<String, @Nullable Object> axes(Scores scores) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Axis axis : Axis.values()) {
            map.put(axis.name().toLowerCase(Locale.ROOT), share(scores.of(axis)));
        }
        return map;
    }

    private static Map<String, @Nullable Object> traits(Scores scores) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Trait trait : Trait.values()) {
            map.put(camel(trait.name()), share(scores.of(trait)));
        }
        return map;
    }

    private static String camel(String name) {
        int underscore = name.indexOf('_');
        String lower = name.toLowerCase(Locale.ROOT);
        return underscore < 0
                ? lower
                : lower.substring(0, underscore) + name.charAt(underscore + 1) + lower.substring(underscore + 2);
    }

    private static @Nullable Double share(Share share) {
        return share.total() == 0 ? null : share.value();
    }
}
