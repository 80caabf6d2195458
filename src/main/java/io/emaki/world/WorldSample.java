package io.emaki.world;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One training or evaluation sample, without its pixels.
 *
 * @param reference the state that the reference picture shows; absent for a {@link Kind#CAPTION}
 * @param target the state that the wanted picture shows
 * @param text caption or instruction
 */
public record WorldSample(
        Kind kind,
        Language language,
        Identity identity,
        @Nullable State reference,
        State target,
        String text) {

    public enum Kind {
        /** Text to picture. */
        CAPTION,
        /** Reference and an instruction that names the difference. */
        EDIT,
        /** Reference and the whole wanted state in words. */
        WHOLE
    }

    /** The axes on which the target differs from the reference; empty for a caption. */
    public Set<Axis> changed() {
        return reference == null ? Set.of() : Axis.between(reference, target);
    }
}
