package io.emaki.persona.web;

import io.emaki.persona.Facet;
import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.Require;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stories may do with a persona; what is absent stays.
 *
 * @param frozen facets that stories may not change: outfit, scene, pose, companion
 * @param cooldownSeconds least time between edits that stories cause
 * @param dailyEdits most edits that stories cause in a UTC day; -1 for no limit
 */
record ControlBody(
        @Nullable List<@Nullable String> frozen,
        @Nullable Integer cooldownSeconds,
        @Nullable Integer dailyEdits) {

    @Nullable
    Set<Facet> facets() {
        if (frozen == null) {
            return null;
        }
        Set<Facet> facets = EnumSet.noneOf(Facet.class);
        List<String> names = Require.list("frozen", frozen, 0, Facet.values().length);
        for (int i = 0; i < names.size(); i++) {
            facets.add(facet("frozen[" + i + "]", names.get(i)));
        }
        return facets;
    }

    private static Facet facet(String field, String name) {
        for (Facet facet : Facet.values()) {
            if (facet.name().toLowerCase(Locale.ROOT).equals(name)) {
                return facet;
            }
        }
        throw new InvalidFieldException(field, "must be outfit, scene, pose or companion, not '" + name + "'");
    }
}
