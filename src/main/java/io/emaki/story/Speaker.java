package io.emaki.story;

import io.emaki.problem.InvalidFieldException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who a turn's words come from. */
public enum Speaker {
    /** The person who chats. */
    USER,
    /** The persona of the story, speaking or narrating itself. */
    PERSONA,
    /** The game master, the narration, the game's own messages. */
    NARRATOR;

    /** As it is written in requests and given to detectors: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidFieldException for {@code speaker} */
    public static Speaker parse(@Nullable String word) {
        return Arrays.stream(values())
                .filter(speaker -> speaker.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidFieldException("speaker", "must be user, persona or narrator"));
    }
}
