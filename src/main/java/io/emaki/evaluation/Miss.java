package io.emaki.evaluation;

import io.emaki.world.Axis;
import io.emaki.world.Grade;
import io.emaki.world.Trait;
import io.emaki.world.WorldSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture that shows something else than was asked for.
 *
 * @param wrong for each wrong attribute its name, what was expected and what is seen
 */
record Miss(Task task, List<String> wrong) {

    static Miss of(GradedPicture graded) {
        WorldSample asked = graded.task().last();
        Grade grade = graded.grade();
        List<String> wrong = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            if (!grade.shows(axis)) {
                wrong.add(
                        say(axis, axis.of(asked.target()), axis.of(grade.seen().state())));
            }
        }
        for (Trait trait : Trait.values()) {
            if (!grade.shows(trait)) {
                wrong.add(say(
                        trait, trait.of(asked.identity()), trait.of(grade.seen().identity())));
            }
        }
        return new Miss(graded.task(), List.copyOf(wrong));
    }

    private static String say(Enum<?> attribute, Enum<?> wanted, Enum<?> seen) {
        return words(attribute) + ": expected " + words(wanted) + ", seen " + words(seen);
    }

    static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** For example {@code edit 3: "She sits down." - pose: expected sitting, seen standing}. */
    String line() {
        return words(task.part()) + " " + (task.index() + 1) + ": \"" + task.text() + "\" - "
                + String.join("; ", wrong);
    }
}
