package io.emaki.persona;

import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.Require;
import org.jspecify.annotations.Nullable;

/**
 * What a persona is made of.
 *
 * @param name 1 to 100 characters
 * @param description who they are and what they look like whatever they wear, at most 4000 characters
 * @param loraStack name of a stack of {@code lora-configs}; null for the base model
 * @param adultAttested the operator vouches that the persona is an adult
 * @param matureAllowed mature pictures may be drawn; only for attested adults
 */
public record NewPersona(
        String name,
        String description,
        Appearance appearance,
        @Nullable String loraStack,
        boolean adultAttested,
        boolean matureAllowed) {

    public NewPersona {
        name = Require.text("name", name, 100);
        description = Require.optionalText("description", description, 4000);
        loraStack = loraStack == null ? null : Require.text("lora_stack", loraStack, 100);
        if (matureAllowed && !adultAttested) {
            throw new InvalidFieldException("mature_allowed", "needs adult_attested to be true");
        }
    }
}
