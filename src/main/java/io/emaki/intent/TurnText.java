package io.emaki.intent;

import java.util.List;
import java.util.Set;

/**
 * A turn of the chat, seen from one persona.
 *
 * @param speaker {@code user}, {@code persona} or {@code narrator}
 * @param history the turns before, oldest first, each as {@code "speaker: text"}; what they changed is already in {@code persona}
 */
public record TurnText(String speaker, String text, List<String> history, PersonaView persona) {

    private static final Set<String> SPEAKERS = Set.of("user", "persona", "narrator");

    /** @throws IllegalArgumentException if the speaker is none of the three */
    public TurnText {
        if (!SPEAKERS.contains(speaker)) {
            throw new IllegalArgumentException("speaker must be user, persona or narrator, not " + speaker);
        }
        history = List.copyOf(history);
    }
}
