package io.emaki.story;

import io.emaki.illustration.Illustrations;
import io.emaki.illustration.JobSummary;
import io.emaki.illustration.Occasion;
import io.emaki.persona.AppearanceChange;
import io.emaki.persona.AppearanceRevision;
import io.emaki.persona.Cause;
import io.emaki.persona.Changed;
import io.emaki.persona.Persona;
import io.emaki.persona.Personas;
import io.emaki.problem.StaleException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody asks for outside the text of a story. It is never declined by a cooldown, a budget, the gate or a frozen
 * facet, and it belongs to the turn after which it was asked for: going back before that turn takes it back.
 */
@Service
@Transactional
public class LookRequests {

    private final TurnRecords records;
    private final TurnRepository turns;
    private final StoryRepository stories;
    private final Path path;
    private final Personas personas;
    private final Illustrations illustrations;

    LookRequests(
            TurnRecords records,
            TurnRepository turns,
            StoryRepository stories,
            Path path,
            Personas personas,
            Illustrations illustrations) {
        this.records = records;
        this.turns = turns;
        this.stories = stories;
        this.path = path;
        this.personas = personas;
        this.illustrations = illustrations;
    }

    /**
     * What became of a request.
     *
     * @param job the edit that is due; empty when the picture is right already
     */
    public record Answer(Persona persona, Optional<JobSummary> job, Optional<AppearanceRevision> refused) {}

    /**
     * @param version of the persona that the request was made for; null for any
     * @throws io.emaki.problem.UnknownIdException when the workspace has no such persona
     * @throws StaleException when the persona has changed since that version
     */
    public Answer change(UUID workspaceId, UUID personaId, List<AppearanceChange> changes, @Nullable Long version) {
        Persona known = personas.get(workspaceId, personaId);
        Story story = known.storyId().map(records::locked).orElse(null);
        Turn head = story == null ? null : path.head(story).orElse(null);
        Persona persona = personas.lock(workspaceId, personaId);
        if (version != null && persona.version() != version) {
            throw new StaleException("persona", personaId);
        }
        Cause cause = new Cause(
                Cause.Kind.REQUEST,
                story == null ? null : story.id(),
                head == null ? null : head.getId(),
                head == null ? 0 : head.swipe());
        Changed changed = personas.change(personaId, changes, cause);
        changed.refused().ifPresent(note -> illustrations.refused(workspaceId, note));
        changed.revision().ifPresent(revision -> keep(story, head, personaId, revision.id()));
        Optional<JobSummary> job = changed.revision().isPresent()
                ? illustrations.follow(personaId, Occasion.REQUEST)
                : illustrations.request(personaId, Occasion.REQUEST);
        return new Answer(personas.get(workspaceId, personaId), job, changed.refused());
    }

    private void keep(@Nullable Story story, @Nullable Turn head, UUID personaId, UUID revisionId) {
        if (head != null) {
            head.setLook(personaId, revisionId);
            turns.save(head);
        } else if (story != null) {
            story.rebase(personaId, revisionId);
            stories.save(story);
        }
    }

    /** Sees to it that the picture shows the present appearance, at once. */
    public Answer show(UUID workspaceId, UUID personaId) {
        personas.lock(workspaceId, personaId);
        Optional<JobSummary> job = illustrations.request(personaId, Occasion.REQUEST);
        return new Answer(personas.get(workspaceId, personaId), job, Optional.empty());
    }
}
