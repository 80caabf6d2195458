package io.emaki.illustration;

import io.emaki.persona.AppearanceRevision;
import io.emaki.persona.Persona;
import io.emaki.persona.Portraits;
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
    private final Portraits portraits;
    private final Clock clock;

    Illustrations(JobRepository jobs, EditQueue queue, Portraits portraits, Clock clock) {
        this.jobs = jobs;
        this.queue = queue;
        this.portraits = portraits;
        this.clock = clock;
    }

    /**
     * Sees to it that the persona's picture follows a revision, as part of the caller's transaction. A waiting job takes the
     * revision along; one that has nothing left to do is canceled.
     *
     * @return the job that sees to it, or the one that this revision made needless; empty when the picture is right already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<JobSummary> request(AppearanceRevision revision) {
        Persona persona = portraits.lock(revision.personaId());
        Optional<EditJob> waiting = queue.waiting(persona.id());
        boolean running = queue.isRunning(persona.id());
        if (!running && persona.isUpToDate()) {
            portraits.settle(persona);
            waiting.ifPresent(job -> queue.cancel(job, "the changes cancel each other out"));
            return waiting.map(JobSummary::of);
        }
        EditJob job = waiting.orElseGet(
                () -> new EditJob(UUID.randomUUID(), persona.workspaceId(), revision, clock.instant()));
        job.follow(revision);
        jobs.save(job);
        if (!running) {
            queue.schedule(job);
        }
        return Optional.of(JobSummary.of(job));
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
            portraits.fail(job.revisionId(), "the edit was canceled by request");
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
