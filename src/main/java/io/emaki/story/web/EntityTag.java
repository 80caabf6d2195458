package io.emaki.story.web;

import io.emaki.persona.Persona;
import io.emaki.problem.InvalidFieldException;
import org.jspecify.annotations.Nullable;

/** The version of a persona as HTTP compares it. */
final class EntityTag {

    private EntityTag() {}

    static String of(Persona persona) {
        return "\"" + persona.version() + "\"";
    }

    /** @return null when any version will do */
    static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException malformed) {
            throw new InvalidFieldException("If-Match", "must be an ETag of the persona, not " + ifMatch);
        }
    }
}
