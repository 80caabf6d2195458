package io.emaki.story;

import io.emaki.illustration.EditPreview;
import io.emaki.persona.Appearance;
import java.util.List;
import java.util.UUID;

/**
 * What a turn would do to one persona.
 *
 * @param appearance how the persona would look
 */
public record TurnPreview(UUID personaId, List<TurnChange> changes, Appearance appearance, EditPreview edit) {}
