package io.emaki.illustration;

import io.emaki.persona.Appearance;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an attempt needs, so that it holds no transaction while the model works.
 *
 * @param attempt number of the attempt, from 1
 * @param generation the persona's picture generation at the beginning
 * @param wanted what the new picture is to show
 * @param basePicture SHA-256 of the picture to edit; null draws a first portrait
 * @param stack name of the LoRA stack; null for the base model
 * @param depth how many edits lie between the identity picture and the new one
 */
record EditOrder(
        UUID jobId,
        int attempt,
        UUID personaId,
        UUID revisionId,
        int generation,
        Appearance wanted,
        String instruction,
        @Nullable String basePicture,
        @Nullable String stack,
        long seed,
        int depth) {

    Optional<String> base() {
        return Optional.ofNullable(basePicture);
    }
}
