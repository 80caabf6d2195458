package io.emaki.story;

import java.util.UUID;

/**
 * A change that was detected in a turn.
 *
 * @param axis outfit, scene, pose or companion
 * @param op set, add or remove
 * @param evidence the turn's words that say so
 * @param confidence 0 to 1
 */
public record TurnChange(
        UUID personaId, String axis, String op, String description, String evidence, double confidence) {}
