package io.emaki.illustration;

import io.emaki.persona.Appearance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an attempt needs, so that it holds no transaction while the model works.
 *
 * @param attempt number of the attempt, from 1
 * @param began when the attempt began
 * @param revisionId what the picture is to show; null for how the persona was made
 * @param generation the persona's picture generation at the beginning
 * @param before what the picture to edit shows; null draws a first portrait
 * @param wanted what the new picture is to show
 * @param references SHA-256 of the picture to edit, then of companions who are personas; empty draws a first portrait
 * @param identity SHA-256 of the picture that says who the persona is; null before there is one
 * @param stack name of the LoRA stack; null for the base model
 * @param depth how many edits lie between the identity picture and the new one
 */
record EditOrder(
        UUID jobId,
        int attempt,
        Instant began,
        UUID personaId,
        @Nullable UUID revisionId,
        int generation,
        @Nullable Appearance before,
        Appearance wanted,
        String instruction,
        List<String> references,
        @Nullable String identity,
        @Nullable String stack,
        long seed,
        int depth) {

    /** The same with another seed, for a result that was not good enough. */
    EditOrder reseeded(int round) {
        return new EditOrder(
                jobId,
                attempt,
                began,
                personaId,
                revisionId,
                generation,
                before,
                wanted,
                instruction,
                references,
                identity,
                stack,
                (seed + 7919L * round) & 0x7fff_ffffL,
                depth);
    }
}
