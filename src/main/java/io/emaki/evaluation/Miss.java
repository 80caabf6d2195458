package io.emaki.evaluation;

import io.emaki.world.Axis;
import io.emaki.world.Identity;
import io.emaki.world.State;
import io.emaki.world.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture that shows something else than was asked for.
 *
 * @param text caption or instruction
 * @param wrong for each wrong attribute its name, what was expected and what is seen
 */
public record Miss(String text, List<String> wrong) {

    static Miss of(GradedPicture graded) {
        Identity wantedIdentity = graded.task().last().identity();
        State wanted = graded.task().last().target();
        List<String> wrong = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            if (!graded.grade().shows(axis)) {
                wrong.add(
                        say(axis, axis.of(wanted), axis.of(graded.grade().seen().state())));
            }
        }
        for (Trait trait : Trait.values()) {
            if (!graded.grade().shows(trait)) {
                wrong.add(say(
                        trait,
                        trait.of(wantedIdentity),
                        trait.of(graded.grade().seen().identity())));
            }
        }
        return new Miss(graded.text(), List.copyOf(wrong));
    }

    private static String say(Enum<?> attribute, Enum<?> wanted, Enum<?> seen) {
        return (attribute + " " + wanted + " is " + seen).toLowerCase(Locale.ROOT);
    }
}
