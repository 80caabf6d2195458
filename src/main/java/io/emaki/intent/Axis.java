package io.emaki.intent;

import java.util.Set;

/** A part of the appearance that changes by itself. */
public enum Axis {
    /** Clothes and worn accessories. */
    OUTFIT(Op.SET, Op.ADD, Op.REMOVE),
    /** Place, time of day, weather and light; they make one picture and are replaced together. */
    SCENE(Op.SET),
    /** Posture, stance or a held gesture. */
    POSE(Op.SET),
    /** People, animals and other beings in the persona's company. */
    COMPANION(Op.ADD, Op.REMOVE);

    private final Set<Op> ops;

    Axis(Op... ops) {
        this.ops = Set.of(ops);
    }

    /** Whether a change on this axis can have that op. */
    public boolean allows(Op op) {
        return ops.contains(op);
    }
}
