package io.emaki.story;

import io.emaki.intent.PersonaView;
import java.util.List;
import java.util.UUID;

/**
 * What a detector needs to know before a turn.
 *
 * @param history the last turns as {@code "speaker: text"}, oldest first
 */
record Setting(UUID storyId, List<Member> cast, List<String> history) {

    /** A persona of the story as it looks before the turn. */
    record Member(UUID personaId, PersonaView view) {}
}
