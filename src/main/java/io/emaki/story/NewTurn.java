package io.emaki.story;

import io.emaki.problem.Require;
import org.jspecify.annotations.Nullable;

/**
 * What is said in a turn.
 *
 * @param text 1 to 20,000 characters
 */
public record NewTurn(Speaker speaker, String text) {

    private static final int LONGEST = 20_000;

    public NewTurn {
        text = Require.text("text", text, LONGEST);
    }

    /** @throws io.emaki.problem.InvalidFieldException for {@code speaker} or {@code text} */
    public static NewTurn of(@Nullable String speaker, @Nullable String text) {
        return new NewTurn(Speaker.parse(speaker), Require.text("text", text, LONGEST));
    }
}
