package io.emaki.persona.web;

import io.emaki.persona.NewPersona;
import io.emaki.problem.Require;
import org.jspecify.annotations.Nullable;

/** A new persona as a client sends it. */
record PersonaBody(
        @Nullable String name,
        @Nullable String description,
        @Nullable AppearanceBody appearance,
        @Nullable String loraStack,
        @Nullable Boolean adultAttested,
        @Nullable Boolean matureAllowed) {

    NewPersona persona() {
        AppearanceBody looks = appearance == null ? AppearanceBody.UNKNOWN : appearance;
        return new NewPersona(
                Require.text("name", name, 100),
                description == null ? "" : description,
                looks.appearance(),
                loraStack,
                Boolean.TRUE.equals(adultAttested),
                Boolean.TRUE.equals(matureAllowed));
    }
}
