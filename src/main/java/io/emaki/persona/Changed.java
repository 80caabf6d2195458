package io.emaki.persona;

import java.util.List;
import java.util.Optional;

/**
 * What became of changes that were asked for.
 *
 * @param revision the revision that they made; empty when nothing that can be seen is different afterwards
 * @param refused a revision that only records what must not be drawn of this persona
 * @param frozen changes of facets that stories may not change
 */
public record Changed(
        Optional<AppearanceRevision> revision, Optional<AppearanceRevision> refused, List<AppearanceChange> frozen) {}
