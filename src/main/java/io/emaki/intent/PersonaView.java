package io.emaki.intent;

import java.util.List;

/**
 * The persona as it looks before the turn. Each value may be empty when nothing is known.
 *
 * @param companions who is with the persona, one description each
 */
public record PersonaView(String name, String outfit, String scene, String pose, List<String> companions) {

    public PersonaView {
        companions = List.copyOf(companions);
    }
}
