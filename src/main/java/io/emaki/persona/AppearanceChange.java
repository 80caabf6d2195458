package io.emaki.persona;

import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.Require;

/**
 * One change of how a persona looks.
 *
 * @param description what is put on, entered, taken up or joins; for {@link Operation#REMOVE} what goes away. 1 to
 *     {@value #LONGEST} characters, longer ones are cut
 * @param evidence the words that say so; empty where nobody said it in a story
 */
public record AppearanceChange(Facet facet, Operation operation, String description, String evidence) {

    static final int LONGEST = 300;

    public AppearanceChange {
        if (!operation.appliesTo(facet)) {
            throw new InvalidFieldException("op", operation + " does not apply to " + facet);
        }
        description = Require.cut(description.strip(), LONGEST);
        evidence = Require.cut(evidence.strip(), LONGEST);
        if (description.isEmpty()) {
            throw new InvalidFieldException("description", "must not be empty");
        }
    }
}
