package io.emaki.persona;

import io.emaki.problem.UnknownIdException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Personas of a workspace and what stories do to their looks. */
@Service
@Transactional
public class Personas {

    private static final Limit MOST_LISTED = Limit.of(500);

    private final PersonaRepository personas;
    private final RevisionRepository revisions;
    private final PortraitRepository portraits;
    private final StackPolicy stacks;
    private final Clock clock;

    Personas(
            PersonaRepository personas,
            RevisionRepository revisions,
            PortraitRepository portraits,
            StackPolicy stacks,
            Clock clock) {
        this.personas = personas;
        this.revisions = revisions;
        this.portraits = portraits;
        this.stacks = stacks;
        this.clock = clock;
    }

    /** @throws io.emaki.problem.InvalidFieldException for a LoRA stack that the persona may not have */
    public Persona create(UUID workspaceId, NewPersona request) {
        if (request.loraStack() != null) {
            stacks.check(request.loraStack(), request.matureAllowed());
        }
        return personas.save(new Persona(UUID.randomUUID(), workspaceId, request, clock.instant()));
    }

    /** @throws UnknownIdException when the workspace has no such persona */
    @Transactional(readOnly = true)
    public Persona get(UUID workspaceId, UUID id) {
        return personas.findByIdAndWorkspaceId(id, workspaceId)
                .orElseThrow(() -> new UnknownIdException("persona", id));
    }

    @Transactional(readOnly = true)
    public boolean exists(UUID workspaceId, UUID id) {
        return personas.findByIdAndWorkspaceId(id, workspaceId).isPresent();
    }

    /** The newest 500, newest first. */
    @Transactional(readOnly = true)
    public List<Persona> list(UUID workspaceId) {
        return personas.findByWorkspaceIdOrderByCreatedAtDescIdAsc(workspaceId, MOST_LISTED);
    }

    /** The newest 500 revisions, newest first. */
    @Transactional(readOnly = true)
    public List<AppearanceRevision> revisions(UUID workspaceId, UUID id) {
        return revisions.findByPersonaIdOrderByNumberDesc(get(workspaceId, id).id(), MOST_LISTED);
    }

    /** Takes a stored picture from outside as the persona's identity and current picture. */
    public Persona adopt(UUID workspaceId, UUID id, ShownPicture picture) {
        Persona persona = locked(id);
        if (!persona.workspaceId().equals(workspaceId)) {
            throw new UnknownIdException("persona", id);
        }
        persona.adopt(picture, clock.instant());
        portraits.save(new Portrait(persona, picture.sha256(), persona.appearance(), picture, clock.instant()));
        revisions
                .findByPersonaIdAndStatusOrderByNumberAsc(id, RevisionStatus.PENDING)
                .forEach(revision -> revision.unchanged(picture.sha256(), clock.instant()));
        return personas.save(persona);
    }

    /**
     * Applies what a turn says, as part of the caller's transaction; the persona stays locked until that ends.
     *
     * @return the new revision; empty when nothing that can be seen is different afterwards
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AppearanceRevision> change(UUID id, List<AppearanceChange> changes, Cause cause) {
        Persona persona = locked(id);
        Optional<AppearanceRevision> revision = persona.change(changes, cause, clock.instant());
        revision.ifPresent(revisions::save);
        personas.save(persona);
        return revision;
    }

    private Persona locked(UUID id) {
        return personas.findLocked(id).orElseThrow(() -> new UnknownIdException("persona", id));
    }
}
