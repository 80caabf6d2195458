package io.emaki.world;

import io.emaki.world.EnglishWords.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The clauses of an English edit instruction: one for each thing that changes. */
final class EnglishEdits {

    private static final List<String> OUTFIT = List.of(
            "change {p} outfit to {x}",
            "change {p} clothes to {x}",
            "{s} {is} now wearing {x}",
            "dress {o} in {x}",
            "put {o} in {x}",
            "make {o} wear {x}",
            "replace {p} outfit with {x}",
            "replace {p} {old} with {x}",
            "swap {p} {old} for {x}",
            "give {o} {x}",
            "{s} {is} wearing {x}",
            "set {p} outfit to {x}",
            "{s} should wear {x}",
            "change the outfit to {x}",
            "put on {x}",
            "outfit: {x}",
            "change into {x}");
    private static final List<String> OUTFIT_DOES = List.of("{s} changes into {x}", "{s} puts on {x}", "{s} wears {x}");
    private static final List<String> COLOUR = List.of(
            "make {p} {old} {c}",
            "change the colour of {p} {old} to {c}",
            "change the color of {p} outfit to {c}",
            "{p} {old} should be {c}",
            "recolour {p} {old} to {c}",
            "turn {p} {old} {c}",
            "make {p} outfit {c}",
            "change {p} {old} to {c}",
            "{p} clothes are now {c}");
    private static final List<String> SCENE =
            List.of("put {o} {in}", "place {o} {in}", "{s} {is} now {in}", "{s} {is} {in}", "show {o} {in}");
    private static final List<String> SCENE_NOUN = List.of(
            "change the scene to {n}",
            "change the background to {n}",
            "move {o} to {n}",
            "take {o} to {n}",
            "the scene is now {n}",
            "replace the background with {n}",
            "the background is now {n}",
            "bring {o} to {n}",
            "go to {n}",
            "scene: {n}",
            "set the scene to {n}");
    private static final List<String> SCENE_DOES = List.of("{s} goes to {n}", "{s} walks to {n}", "{s} arrives at {n}");
    private static final List<String> TIME = List.of(
            "make it {t}",
            "change the time to {t}",
            "it is now {t}",
            "change the time of day to {t}",
            "set the time to {t}",
            "turn {f} into {t}",
            "show the same place {w}",
            "the scene is now {w}",
            "change the lighting to {t}",
            "time: {t}");
    private static final List<String> POSE_ING = List.of(
            "{s} {is} now {x}",
            "change {p} pose to {x}",
            "show {o} {x}",
            "{s} {is} {x}",
            "change the pose so that {s} {is} {x}",
            "set {p} pose to {x}",
            "pose: {x}");
    private static final List<String> POSE_DO =
            List.of("make {o} {x}", "have {o} {x}", "let {o} {x}", "{s} should {x}");
    private static final List<String> ADD = List.of(
            "add {x}",
            "add {x} next to {o}",
            "add {x} beside {o}",
            "{x} joins {o}",
            "put {x} next to {o}",
            "{s} {is} joined by {x}",
            "{x} is now beside {o}",
            "{x} appears next to {o}",
            "{x} now stands beside {o}",
            "{s} {is} now with {x}",
            "companion: {x}");
    private static final List<String> REMOVE = List.of(
            "remove {y}",
            "take {y} away",
            "{y} leaves",
            "{s} {is} alone now",
            "get rid of {y}",
            "{y} is gone",
            "delete {y}",
            "remove {y} from the picture",
            "{y} is no longer there",
            "remove {p} companion",
            "companion: none",
            "without {y}");
    private static final List<String> REPLACE = List.of(
            "replace {y} with {x}",
            "swap {y} for {x}",
            "remove {y} and add {x}",
            "instead of {y}, add {x}",
            "{y} leaves and {x} joins {o}",
            "change {y} to {x}");

    private EnglishEdits() {}

    static List<String> clauses(Dice dice, State from, State to, Pronoun pronoun) {
        Set<Axis> axes = Axis.between(from, to);
        List<String> clauses = new ArrayList<>();
        if (axes.contains(Axis.OUTFIT)) {
            boolean named = axes.contains(Axis.COLOUR) || dice.chance(0.5);
            String x = named
                    ? EnglishWords.outfit(dice, to.outfit(), to.colour())
                    : EnglishWords.outfit(dice, to.outfit());
            List<String> forms = pronoun.singular() && dice.chance(0.15) ? OUTFIT_DOES : OUTFIT;
            clauses.add(pronoun.fill(
                    Phrasing.fill(dice.pick(forms), "x", x, "old", EnglishWords.garment(dice, from.outfit()))));
        } else if (axes.contains(Axis.COLOUR)) {
            clauses.add(pronoun.fill(Phrasing.fill(
                    dice.pick(COLOUR),
                    "c",
                    EnglishWords.colour(dice, to.colour()),
                    "old",
                    EnglishWords.garment(dice, from.outfit()))));
        }
        if (axes.contains(Axis.SCENE)) {
            boolean timed = axes.contains(Axis.TIME) || dice.chance(0.3);
            String when = timed ? " " + EnglishWords.when(dice, to.time()) : "";
            String clause = dice.chance(0.5)
                    ? Phrasing.fill(dice.pick(SCENE), "in", EnglishWords.place(dice, to.scene()) + when)
                    : Phrasing.fill(
                            dice.pick(pronoun.singular() && dice.chance(0.15) ? SCENE_DOES : SCENE_NOUN),
                            "n",
                            EnglishWords.noun(dice, to.scene()) + when);
            clauses.add(pronoun.fill(clause));
        } else if (axes.contains(Axis.TIME)) {
            clauses.add(Phrasing.fill(
                    dice.pick(TIME),
                    "t",
                    EnglishWords.noun(dice, to.time()),
                    "f",
                    EnglishWords.noun(dice, from.time()),
                    "w",
                    EnglishWords.when(dice, to.time())));
        }
        if (axes.contains(Axis.POSE)) {
            clauses.add(pose(dice, to.pose(), pronoun));
        }
        if (axes.contains(Axis.COMPANION)) {
            clauses.add(pronoun.fill(companion(dice, from.companion(), to.companion())));
        }
        return clauses;
    }

    private static String pose(Dice dice, Pose pose, Pronoun pronoun) {
        double u = dice.uniform();
        if (u < 0.2 && pronoun.singular()) {
            return pronoun.fill("{s} " + EnglishWords.pose(dice, pose, Form.THIRD_PERSON, pronoun));
        }
        return u < 0.5
                ? pronoun.fill(
                        Phrasing.fill(dice.pick(POSE_DO), "x", EnglishWords.pose(dice, pose, Form.INFINITIVE, pronoun)))
                : pronoun.fill(Phrasing.fill(
                        dice.pick(POSE_ING), "x", EnglishWords.pose(dice, pose, Form.PARTICIPLE, pronoun)));
    }

    private static String companion(Dice dice, Companion from, Companion to) {
        if (from == Companion.NONE) {
            return Phrasing.fill(dice.pick(ADD), "x", EnglishWords.companion(dice, to));
        }
        String leaving = EnglishWords.theCompanion(dice, from);
        return to == Companion.NONE
                ? Phrasing.fill(dice.pick(REMOVE), "y", leaving)
                : Phrasing.fill(dice.pick(REPLACE), "y", leaving, "x", EnglishWords.companion(dice, to));
    }
}
