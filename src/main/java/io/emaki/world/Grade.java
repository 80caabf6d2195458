package io.emaki.world;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * How a picture compares with the one that was asked for.
 *
 * @param instruction per axis of the state: whether the picture shows the expected value
 * @param identity per attribute of the identity: whether the picture shows the expected value
 * @param unchanged share (0 to 1) of the pixels outside the instructed region that are within
 *     {@link WorldGrader#TOLERANCE} of the expected picture; empty where there is no reference or the instruction
 *     concerns the whole picture
 * @param seen what the picture shows
 */
public record Grade(
        Map<Axis, Boolean> instruction, Map<Trait, Boolean> identity, OptionalDouble unchanged, Reading seen) {

    public Grade {
        instruction = Map.copyOf(instruction);
        identity = Map.copyOf(identity);
    }

    public boolean shows(Axis axis) {
        return Boolean.TRUE.equals(instruction.get(axis));
    }

    public boolean shows(Trait trait) {
        return Boolean.TRUE.equals(identity.get(trait));
    }

    /** Whether every attribute of state and identity is as expected. */
    public boolean allRight() {
        return !instruction.containsValue(false) && !identity.containsValue(false);
    }
}
