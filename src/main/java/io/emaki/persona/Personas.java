package io.emaki.persona;

import io.emaki.problem.InvalidFieldException;
import io.emaki.problem.UnknownIdException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final LooksPolicy looks;
    private final Clock clock;

    Personas(
            PersonaRepository personas,
            RevisionRepository revisions,
            PortraitRepository portraits,
            StackPolicy stacks,
            LooksPolicy looks,
            Clock clock) {
        this.personas = personas;
        this.revisions = revisions;
        this.portraits = portraits;
        this.stacks = stacks;
        this.looks = looks;
        this.clock = clock;
    }

    /** @throws InvalidFieldException for a LoRA stack that the persona may not have, or a look that must not be drawn of it */
    public Persona create(UUID workspaceId, NewPersona request) {
        if (request.loraStack() != null) {
            stacks.check(request.loraStack(), request.matureAllowed());
        }
        requireShowable("description", request.description(), request);
        requireShowable("appearance.outfit", request.appearance().outfitText(), request);
        requireShowable("appearance.scene", request.appearance().scene(), request);
        requireShowable("appearance.pose", request.appearance().pose(), request);
        return personas.save(new Persona(UUID.randomUUID(), workspaceId, request, clock.instant()));
    }

    private void requireShowable(String field, String text, NewPersona request) {
        looks.refusal(text, request.adultAttested(), request.matureAllowed()).ifPresent(why -> {
            throw new InvalidFieldException(field, "must not be drawn of this persona: " + why);
        });
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
        Persona persona = owned(workspaceId, id);
        persona.adopt(picture, clock.instant());
        portraits.save(new Portrait(persona, picture.sha256(), persona.appearance(), picture, clock.instant()));
        revisions
                .findByPersonaIdAndStatusOrderByNumberAsc(id, RevisionStatus.PENDING)
                .forEach(revision -> revision.unchanged(picture.sha256(), clock.instant()));
        return personas.save(persona);
    }

    /**
     * Applies what a turn or a request says, as part of the caller's transaction; the persona stays locked until that ends.
     * What the content policy refuses is recorded and changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Changed change(UUID id, List<AppearanceChange> changes, Cause cause) {
        Persona persona = locked(id);
        Instant now = clock.instant();
        Sifted sifted = sift(persona, changes, cause.isExplicit());
        Optional<AppearanceRevision> note =
                sifted.reason().map(why -> revisions.save(persona.refuse(sifted.refused(), cause, why, now)));
        Optional<AppearanceRevision> revision = persona.change(sifted.allowed(), cause, now);
        revision.ifPresent(revisions::save);
        personas.save(persona);
        return new Changed(revision, note, sifted.frozen());
    }

    /** @param reason why the refused ones are refused */
    private record Sifted(
            List<AppearanceChange> allowed,
            List<AppearanceChange> refused,
            List<AppearanceChange> frozen,
            Optional<String> reason) {}

    private Sifted sift(Persona persona, List<AppearanceChange> changes, boolean explicit) {
        List<AppearanceChange> allowed = new ArrayList<>();
        List<AppearanceChange> refused = new ArrayList<>();
        List<AppearanceChange> frozen = new ArrayList<>();
        Optional<String> reason = Optional.empty();
        for (AppearanceChange change : changes) {
            Optional<String> refusal = change.operation() == Operation.REMOVE
                    ? Optional.empty()
                    : looks.refusal(change.description(), persona.adultAttested(), persona.matureAllowed());
            if (refusal.isPresent()) {
                reason = refusal;
                refused.add(change);
            } else if (!explicit && persona.frozen().contains(change.facet())) {
                frozen.add(change);
            } else {
                allowed.add(change);
            }
        }
        return new Sifted(allowed, refused, frozen, reason);
    }

    /** How the persona would look after a story's changes; nothing is written. */
    @Transactional(readOnly = true)
    public Appearance imagine(Persona persona, Appearance before, List<AppearanceChange> changes) {
        return before.with(sift(persona, changes, false).allowed());
    }

    /**
     * Takes the persona to a revision made before, as part of the caller's transaction.
     *
     * @param revisionId null for how the persona was made
     * @param storyId the story that asks
     * @return whether the persona was elsewhere
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stand(UUID id, @Nullable UUID revisionId, UUID storyId) {
        Persona persona = locked(id);
        persona.follow(storyId);
        boolean elsewhere = !Objects.equals(persona.revisionId().orElse(null), revisionId);
        if (elsewhere) {
            AppearanceRevision target = revisionId == null ? null : revision(revisionId);
            revisions
                    .findByPersonaIdAndStatusOrderByNumberAsc(id, RevisionStatus.PENDING)
                    .forEach(pending -> pending.superseded(clock.instant()));
            if (target != null) {
                target.reopen();
            }
            persona.stand(target, clock.instant());
        }
        personas.save(persona);
        return elsewhere;
    }

    /**
     * Makes the changes of a turn hold on top of another look than the one they were made on, as part of the caller's
     * transaction. The persona does not go there.
     *
     * @param parentId the look before the turn now; null for how the persona was made
     * @param lookId the look after the turn so far
     * @return the look after the turn from now on; null for how the persona was made
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable UUID replay(UUID id, @Nullable UUID parentId, @Nullable UUID lookId, Cause cause) {
        Persona persona = locked(id);
        UUID look = parentId;
        for (AppearanceRevision made : madeBy(lookId, cause.turn())) {
            Appearance before = appearance(persona, look);
            Optional<AppearanceRevision> revision =
                    persona.revise(look, before, made.changes(), cause, clock.instant());
            if (revision.isPresent()) {
                AppearanceRevision kept = revision.get();
                kept.superseded(clock.instant());
                look = revisions.save(kept).id();
            }
        }
        personas.save(persona);
        return look;
    }

    /** The revisions that a turn made, first one first, found from the last of them. */
    private List<AppearanceRevision> madeBy(@Nullable UUID lookId, @Nullable UUID turn) {
        List<AppearanceRevision> made = new ArrayList<>();
        UUID at = lookId;
        while (at != null) {
            AppearanceRevision revision = revision(at);
            if (!Objects.equals(revision.cause().turn(), turn)) {
                break;
            }
            made.add(revision);
            at = revision.parentId().orElse(null);
        }
        return made.reversed();
    }

    /**
     * How the persona looks at a revision.
     *
     * @param revisionId null for how the persona was made
     */
    @Transactional(readOnly = true)
    public Appearance appearance(Persona persona, @Nullable UUID revisionId) {
        return revisionId == null
                ? persona.initialAppearance()
                : revision(revisionId).appearance();
    }

    /** Sets what stories may do with the persona; see {@link Persona#control}. */
    public Persona control(
            UUID workspaceId,
            UUID id,
            @Nullable Set<Facet> frozen,
            @Nullable Integer cooldownSeconds,
            @Nullable Integer dailyEdits) {
        Persona persona = owned(workspaceId, id);
        persona.control(frozen, cooldownSeconds, dailyEdits, clock.instant());
        return personas.save(persona);
    }

    /** Pictures of the companions who are personas of the same story, known by their names. */
    @Transactional(readOnly = true)
    public List<String> companionPictures(Persona persona, int most) {
        if (most < 1
                || persona.appearance().companions().isEmpty()
                || persona.storyId().isEmpty()) {
            return List.of();
        }
        List<Persona> others = personas.findByStoryId(persona.storyId().get()).stream()
                .filter(other -> !other.id().equals(persona.id()))
                .toList();
        return persona.appearance().companions().stream()
                .flatMap(companion -> others.stream().filter(other -> Phrase.names(companion, other.name())))
                .flatMap(other -> other.picture().stream())
                .map(ShownPicture::sha256)
                .distinct()
                .limit(most)
                .toList();
    }

    /** @throws UnknownIdException when the workspace has no such persona, or the persona no such revision */
    @Transactional(readOnly = true)
    public AppearanceRevision revision(UUID workspaceId, UUID id, UUID revisionId) {
        get(workspaceId, id);
        return revisions
                .findById(revisionId)
                .filter(revision -> revision.personaId().equals(id))
                .orElseThrow(() -> new UnknownIdException("revision", revisionId));
    }

    private AppearanceRevision revision(UUID id) {
        return revisions.findById(id).orElseThrow(() -> new UnknownIdException("revision", id));
    }

    /** The persona, locked until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Persona lock(UUID workspaceId, UUID id) {
        return owned(workspaceId, id);
    }

    private Persona owned(UUID workspaceId, UUID id) {
        Persona persona = locked(id);
        if (!persona.workspaceId().equals(workspaceId)) {
            throw new UnknownIdException("persona", id);
        }
        return persona;
    }

    private Persona locked(UUID id) {
        return personas.findLocked(id).orElseThrow(() -> new UnknownIdException("persona", id));
    }
}
