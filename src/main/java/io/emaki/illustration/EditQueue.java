package io.emaki.illustration;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.emaki.persona.Persona;
import io.emaki.persona.Portraits;
import io.emaki.scheduling.SchedulerFactory;
import io.emaki.scheduling.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The jobs of a persona: at most one runs and one waits, in this order. Every method is part of the caller's transaction,
 * which holds the lock on the persona.
 */
@Component
class EditQueue {

    static final String TABLE = "edit_execution";
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("edit");

    private final JobRepository jobs;
    private final Portraits portraits;
    private final WorkQueue work;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EditQueue(
            JobRepository jobs,
            Portraits portraits,
            SchedulerFactory schedulers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jobs = jobs;
        this.portraits = portraits;
        this.work = new WorkQueue(TABLE, TASK, schedulers, events);
        this.events = events;
        this.clock = clock;
    }

    Optional<EditJob> waiting(UUID personaId) {
        return in(JobState.IN_QUEUE, personaId);
    }

    Optional<EditJob> running(UUID personaId) {
        return in(JobState.IN_PROGRESS, personaId);
    }

    /** When the persona's latest job was made; empty when it never had one. */
    Optional<Instant> latest(UUID personaId) {
        return jobs.findFirstByPersonaIdOrderByCreatedAtDesc(personaId).map(EditJob::createdAt);
    }

    private Optional<EditJob> in(JobState state, UUID personaId) {
        return jobs.findByPersonaIdAndStateInOrderByCreatedAtAsc(personaId, List.of(state)).stream()
                .findFirst();
    }

    /** How many waiting jobs are older, plus one. */
    long position(EditJob job) {
        return 1 + jobs.countByStateAndCreatedAtBefore(JobState.IN_QUEUE, job.createdAt());
    }

    /** A job that is scheduled already keeps its time, which may be a later one after a failure. */
    void schedule(EditJob job) {
        if (!job.isScheduled()) {
            job.markScheduled();
            Instant now = clock.instant();
            work.add(job.id(), job.notBefore().isAfter(now) ? job.notBefore() : now);
        }
    }

    /** Somebody waits for the job: it begins as soon as it can. */
    void hurry(EditJob job) {
        Instant now = clock.instant();
        if (job.notBefore().isAfter(now)) {
            job.waitUntil(now);
        }
        if (job.isScheduled()) {
            work.move(job.id(), now);
        }
    }

    void cancel(EditJob job, String why) {
        Instant now = clock.instant();
        job.cancel(why, now);
        work.remove(job.id());
        ended(job);
    }

    /** Lets other features know that a job is over. */
    void ended(EditJob job) {
        events.publishEvent(new EditEnded(job.id(), job.personaId(), job.state(), job.pictureSha256()));
    }

    /** Called when a job of the persona is over: the one that waited for it has its turn, if there is anything left to do. */
    void scheduleNext(Persona persona) {
        waiting(persona.id()).ifPresent(job -> {
            if (persona.isUpToDate()) {
                portraits.settle(persona);
                cancel(job, "the picture shows the wanted appearance already");
            } else {
                schedule(job);
            }
        });
    }
}
