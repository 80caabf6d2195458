package io.emaki.persona;

import io.emaki.problem.UnknownIdException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The pictures of personas, for whoever makes them. Everything here is part of the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Portraits {

    private static final Limit CANDIDATES = Limit.of(20);
    private static final List<RevisionStatus> UNSEEN = List.of(RevisionStatus.PENDING, RevisionStatus.FAILED);

    private final PersonaRepository personas;
    private final RevisionRepository revisions;
    private final PortraitRepository portraits;
    private final Clock clock;

    Portraits(PersonaRepository personas, RevisionRepository revisions, PortraitRepository portraits, Clock clock) {
        this.personas = personas;
        this.revisions = revisions;
        this.portraits = portraits;
        this.clock = clock;
    }

    /** The persona, locked until the transaction ends. */
    public Persona lock(UUID personaId) {
        return personas.findLocked(personaId).orElseThrow(() -> new UnknownIdException("persona", personaId));
    }

    /** The revision that the persona's appearance has reached. */
    public Optional<AppearanceRevision> currentRevision(Persona persona) {
        return persona.revisionId().flatMap(revisions::findById);
    }

    /**
     * A picture that already shows the wanted appearance of the same identity under the same stack and model; the first
     * one that was made, so that a story told again finds the pictures that it found before.
     *
     * @param modelHash the model that would draw now; null when that is not known
     */
    public Optional<Portrait> find(Persona persona, @Nullable String modelHash) {
        return find(persona, modelHash, Integer.MAX_VALUE);
    }

    /** The same for pictures at most {@code depth} edits away from the identity picture. */
    public Optional<Portrait> find(Persona persona, @Nullable String modelHash, int depth) {
        return persona.identitySha256()
                .flatMap(identity -> portraits
                        .findByPersonaIdAndIdentitySha256AndAppearanceKeyOrderByCreatedAtAsc(
                                persona.id(), identity, persona.appearance().key(), CANDIDATES)
                        .stream()
                        .filter(portrait -> portrait.editDepth() <= depth)
                        .filter(portrait ->
                                portrait.fits(modelHash, persona.loraStack().orElse(null)))
                        .findFirst());
    }

    /**
     * The picture that showed the persona's present revision when the story was here before, or one from outside that shows
     * its appearance; only of the present identity.
     */
    public Optional<Portrait> exact(Persona persona) {
        Optional<Portrait> own = currentRevision(persona)
                .flatMap(AppearanceRevision::pictureSha256)
                .flatMap(sha -> portraits.findFirstByPersonaIdAndIdentitySha256AndPictureSha256(
                        persona.id(), persona.identitySha256().orElse(""), sha));
        return own.isPresent() ? own : find(persona, null);
    }

    /** A picture by its hash, of the present identity; only when it shows the appearance. */
    public Optional<Portrait> find(Persona persona, String pictureSha256, Appearance appearance) {
        return portraits
                .findFirstByPersonaIdAndIdentitySha256AndPictureSha256(
                        persona.id(), persona.identitySha256().orElse(""), pictureSha256)
                .filter(portrait -> portrait.shows(appearance));
    }

    /** Whether some picture of the present identity shows the appearance. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isKnown(Persona persona, Appearance appearance) {
        return !portraits
                .findByPersonaIdAndIdentitySha256AndAppearanceKeyOrderByCreatedAtAsc(
                        persona.id(), persona.identitySha256().orElse(""), appearance.key(), CANDIDATES)
                .isEmpty();
    }

    /** Makes a portrait from before the current picture again, as part of the caller's transaction. */
    public void showAgain(Persona persona, Portrait portrait) {
        persona.show(
                persona.pictureGeneration(),
                portrait.picture(),
                persona.appearance(),
                portrait.editDepth(),
                clock.instant());
        personas.save(persona);
        settle(persona);
    }

    /** What happened to the persona's looks up to a revision and was not pictured yet, oldest first. */
    public List<AppearanceChange> unseenChanges(Persona persona, @Nullable UUID revisionId) {
        if (revisionId == null) {
            return List.of();
        }
        AppearanceRevision last = revisions.findById(revisionId).orElseThrow();
        return revisions
                .findByPersonaIdAndNumberLessThanEqualAndStatusInOrderByNumberAsc(persona.id(), last.number(), UNSEEN)
                .stream()
                .flatMap(revision -> revision.changes().stream())
                .toList();
    }

    /**
     * Makes a picture the persona's current one and marks the revisions that it shows.
     *
     * @param generation the persona's picture generation when the work began
     * @param revisionId the revision pictured; null for how the persona was made
     * @param fresh whether the picture was drawn for this; one found by {@link #find} is already known
     * @throws StalePictureException when another picture became the current one meanwhile; nothing is written
     */
    public Optional<AppearanceRevision> show(
            Persona persona, int generation, @Nullable UUID revisionId, Picturing picturing, boolean fresh) {
        String parent = persona.picture().map(ShownPicture::sha256).orElse(null);
        persona.show(generation, picturing.picture(), picturing.appearance(), picturing.depth(), clock.instant());
        personas.save(persona);
        if (fresh) {
            String identity = persona.identitySha256().orElseThrow();
            portraits.save(new Portrait(persona, identity, picturing, clock.instant()));
        }
        if (revisionId == null) {
            return Optional.empty();
        }
        AppearanceRevision revision = revisions.findById(revisionId).orElseThrow();
        supersedeBefore(revision);
        revision.pictured(picturing, parent, clock.instant());
        return Optional.of(revisions.save(revision));
    }

    /** The current picture shows the wanted appearance again, without an edit: what was pending is settled. */
    public void settle(Persona persona) {
        ShownPicture picture = persona.picture().orElseThrow();
        currentRevision(persona).ifPresent(revision -> {
            supersedeBefore(revision);
            if (revision.status() != RevisionStatus.PICTURED) {
                revision.unchanged(picture.sha256(), clock.instant());
            }
        });
    }

    /** The edit for the revision, and those it took along, will not come. */
    public void fail(@Nullable UUID revisionId, String reason) {
        Optional.ofNullable(revisionId)
                .flatMap(revisions::findById)
                .ifPresent(revision -> revisions
                        .findByPersonaIdAndNumberLessThanEqualAndStatusInOrderByNumberAsc(
                                revision.personaId(), revision.number(), List.of(RevisionStatus.PENDING))
                        .forEach(pending -> pending.failed(reason, clock.instant())));
    }

    private void supersedeBefore(AppearanceRevision revision) {
        revisions
                .findByPersonaIdAndNumberLessThanEqualAndStatusInOrderByNumberAsc(
                        revision.personaId(), revision.number() - 1, UNSEEN)
                .forEach(earlier -> earlier.superseded(clock.instant()));
    }
}
