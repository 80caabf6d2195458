package io.emaki.world;

/** How the avatar appears in one picture: what an edit may change. */
public record State(Outfit outfit, OutfitColour colour, Scene scene, TimeOfDay time, Pose pose, Companion companion) {

    public State with(Outfit value) {
        return new State(value, colour, scene, time, pose, companion);
    }

    public State with(OutfitColour value) {
        return new State(outfit, value, scene, time, pose, companion);
    }

    public State with(Scene value) {
        return new State(outfit, colour, value, time, pose, companion);
    }

    public State with(TimeOfDay value) {
        return new State(outfit, colour, scene, value, pose, companion);
    }

    public State with(Pose value) {
        return new State(outfit, colour, scene, time, value, companion);
    }

    public State with(Companion value) {
        return new State(outfit, colour, scene, time, pose, value);
    }

    /** A state whose avatar is alone in 4 of 10 cases; all else is uniform. */
    static State draw(Dice dice) {
        return new State(
                dice.pick(Outfit.values()),
                dice.pick(OutfitColour.values()),
                dice.pick(Scene.values()),
                dice.pick(TimeOfDay.values()),
                dice.pick(Pose.values()),
                drawCompanion(dice));
    }

    static Companion drawCompanion(Dice dice) {
        return dice.chance(0.4) ? Companion.NONE : Companion.values()[1 + dice.below(Companion.values().length - 1)];
    }
}
