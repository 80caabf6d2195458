package io.emaki.illustration;

import io.emaki.persona.Appearance;
import io.emaki.persona.AppearanceRevision;
import io.emaki.persona.Persona;
import io.emaki.persona.Personas;
import io.emaki.persona.Portrait;
import io.emaki.persona.Portraits;
import io.emaki.persona.ShownPicture;
import io.emaki.problem.ConflictException;
import io.emaki.problem.UnknownIdException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Edit jobs, as other features and clients see them. */
@Service
@Transactional
public class Illustrations {

    private final JobRepository jobs;
    private final EditQueue queue;
    private final EditLimits limits;
    private final Portraits portraits;
    private final Announcer announcer;
    private final Personas personas;
    private final InstructionWriter instructions;
    private final Clock clock;

    Illustrations(
            JobRepository jobs,
            EditQueue queue,
            EditLimits limits,
            Portraits portraits,
            Announcer announcer,
            Personas personas,
            InstructionWriter instructions,
            Clock clock) {
        this.jobs = jobs;
        this.queue = queue;
        this.limits = limits;
        this.portraits = portraits;
        this.announcer = announcer;
        this.personas = personas;
        this.instructions = instructions;
        this.clock = clock;
    }

    /**
     * Sees to it that the persona's picture follows its appearance, as part of the caller's transaction. A picture that
     * showed this very revision before is the current one again at once. Otherwise a waiting job takes the change along, one
     * that has nothing left to do is canceled, and one that draws what is no longer wanted is stopped.
     *
     * @return the job that sees to it, or the one that became needless; empty when the picture is right already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<JobSummary> request(UUID personaId, Occasion occasion) {
        Persona persona = portraits.lock(personaId);
        Optional<EditJob> waiting = queue.waiting(personaId);
        Optional<EditJob> running = queue.running(personaId);
        AppearanceRevision revision = portraits.currentRevision(persona).orElse(null);
        boolean refresh = occasion == Occasion.CHAPTER && persona.editDepth() > 1;
        if (!refresh && (showAgain(persona) || persona.isUpToDate() && running.isEmpty())) {
            portraits.settle(persona);
            running.ifPresent(this::supersede);
            waiting.ifPresent(job -> queue.cancel(job, "the changes cancel each other out"));
            return waiting.map(JobSummary::of);
        }
        EditJob job = waiting.orElseGet(() -> begin(persona, occasion));
        job.follow(revision);
        job.raise(occasion);
        if (!occasion.isLimited()) {
            queue.hurry(job);
        } else if (waiting.isPresent()) {
            job.waitUntil(limits.afterAnother(job));
        }
        running.filter(other -> !other.revisionId().equals(job.revisionId())).ifPresent(other -> {
            if (!other.isReplacing() && supersede(other)) {
                job.markReplacing();
            }
        });
        jobs.save(job);
        if (running.isEmpty()) {
            queue.schedule(job);
        }
        return Optional.of(JobSummary.of(job));
    }

    /** Tells that the persona looks different now, and sees to it that its picture follows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<JobSummary> follow(UUID personaId, Occasion occasion) {
        Persona persona = portraits.lock(personaId);
        announcer.changed(persona, portraits.currentRevision(persona));
        return request(personaId, occasion);
    }

    /** Tells that something must not be drawn of a persona. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(UUID workspaceId, AppearanceRevision note) {
        announcer.refused(workspaceId, note);
    }

    /**
     * Makes a picture from before the current one again, whatever showed the appearance since.
     *
     * @return whether there is such a picture of the present identity
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean showAgain(UUID personaId, String pictureSha256) {
        Persona persona = portraits.lock(personaId);
        Optional<Portrait> known = portraits.find(persona, pictureSha256, persona.appearance());
        known.filter(portrait -> !persona.isUpToDate()
                        || !persona.picture().map(ShownPicture::sha256).equals(Optional.of(pictureSha256)))
                .ifPresent(portrait -> {
                    String before = persona.picture().orElseThrow().sha256();
                    portraits.showAgain(persona, portrait);
                    announcer.shownAgain(persona, portraits.currentRevision(persona), portrait, before);
                });
        queue.waiting(personaId).ifPresent(job -> queue.cancel(job, "the story went back to an earlier picture"));
        queue.running(personaId).ifPresent(this::supersede);
        return known.isPresent();
    }

    /** What would be done to show an appearance. */
    @Transactional(readOnly = true)
    public EditPreview preview(UUID workspaceId, UUID personaId, Appearance wanted) {
        Persona persona = personas.get(workspaceId, personaId);
        if (persona.shown().filter(shown -> shown.looksLike(wanted)).isPresent()) {
            return new EditPreview(false, "the picture shows it already", null);
        }
        if (portraits.isKnown(persona, wanted)) {
            return new EditPreview(false, "a picture from before shows it", null);
        }
        String instruction = persona.shown()
                .map(shown -> instructions.edit(shown, wanted))
                .orElseGet(() -> instructions.portrait(persona, wanted));
        return new EditPreview(true, "no picture shows it", instruction);
    }

    private EditJob begin(Persona persona, Occasion occasion) {
        EditJob job = new EditJob(UUID.randomUUID(), persona.workspaceId(), persona.id(), occasion, clock.instant());
        job.waitUntil(limits.firstMoment(persona, occasion));
        return job;
    }

    private boolean supersede(EditJob running) {
        if (running.isCancelRequested()) {
            return false;
        }
        running.supersede();
        return true;
    }

    private boolean showAgain(Persona persona) {
        Optional<Portrait> known = portraits.exact(persona);
        if (known.isEmpty()) {
            return false;
        }
        String before = persona.picture().orElseThrow().sha256();
        if (!persona.isUpToDate() || !known.get().picture().sha256().equals(before)) {
            portraits.showAgain(persona, known.get());
            announcer.shownAgain(persona, portraits.currentRevision(persona), known.get(), before);
        }
        return true;
    }

    /** @throws UnknownIdException when the workspace has no such job */
    @Transactional(readOnly = true)
    public JobStatus status(UUID workspaceId, UUID id) {
        return status(find(workspaceId, id));
    }

    /**
     * Cancels a waiting job at once and asks a running one to stop at its next step. The appearance stays changed; the next
     * change takes its edit along.
     *
     * @throws ConflictException when the job is over
     */
    public JobStatus cancel(UUID workspaceId, UUID id) {
        Persona persona = portraits.lock(jobs.findPersonaId(id).orElseThrow(() -> new UnknownIdException("job", id)));
        EditJob job = find(workspaceId, id);
        if (job.state().isOver()) {
            throw new ConflictException("job", "is already " + job.state());
        }
        if (job.state() == JobState.IN_QUEUE) {
            queue.cancel(job, "canceled by request");
            portraits.fail(job.revisionId().orElse(null), "the edit was canceled by request");
            queue.scheduleNext(persona);
        } else {
            job.requestCancel();
        }
        return status(job);
    }

    private EditJob find(UUID workspaceId, UUID id) {
        return jobs.findByIdAndWorkspaceId(id, workspaceId).orElseThrow(() -> new UnknownIdException("job", id));
    }

    private JobStatus status(EditJob job) {
        boolean waits = job.state() == JobState.IN_QUEUE;
        return new JobStatus(job, waits ? queue.position(job) : null);
    }
}
