package io.emaki.world;

import java.util.EnumSet;
import java.util.Set;

/** What an instruction can change; each axis is one component of {@link State}. */
public enum Axis {
    OUTFIT,
    COLOUR,
    SCENE,
    TIME,
    POSE,
    COMPANION;

    /** The axes on which two states differ. */
    public static Set<Axis> between(State from, State to) {
        Set<Axis> axes = EnumSet.noneOf(Axis.class);
        for (Axis axis : values()) {
            if (axis.of(from) != axis.of(to)) {
                axes.add(axis);
            }
        }
        return axes;
    }

    /** The state's value on this axis. */
    public Enum<?> of(State state) {
        return switch (this) {
            case OUTFIT -> state.outfit();
            case COLOUR -> state.colour();
            case SCENE -> state.scene();
            case TIME -> state.time();
            case POSE -> state.pose();
            case COMPANION -> state.companion();
        };
    }
}
