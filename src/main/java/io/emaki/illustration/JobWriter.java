package io.emaki.illustration;

import io.emaki.persona.AppearanceChange;
import io.emaki.persona.AppearanceRevision;
import io.emaki.persona.Persona;
import io.emaki.persona.Picturing;
import io.emaki.persona.Portrait;
import io.emaki.persona.Portraits;
import io.emaki.persona.ShownPicture;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The short transactions of an edit job. Each locks the persona first, so jobs and turns of one persona come one after the
 * other; none is open while the model works.
 */
@Component
@Transactional
class JobWriter {

    private final JobRepository jobs;
    private final EditQueue queue;
    private final Portraits portraits;
    private final OrderWriter orders;
    private final EditLimits limits;
    private final Announcer announcer;
    private final Clock clock;

    JobWriter(
            JobRepository jobs,
            EditQueue queue,
            Portraits portraits,
            OrderWriter orders,
            EditLimits limits,
            Announcer announcer,
            Clock clock) {
        this.jobs = jobs;
        this.queue = queue;
        this.portraits = portraits;
        this.orders = orders;
        this.limits = limits;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * Begins an attempt.
     *
     * @param modelHash the model that would draw; null when that is not known
     * @throws RefusedException when the persona must not be drawn like this
     */
    Beginning begin(UUID jobId, @Nullable String modelHash) {
        Optional<UUID> personaId = jobs.findPersonaId(jobId);
        if (personaId.isEmpty()) {
            return new Beginning.Over();
        }
        Persona persona = portraits.lock(personaId.get());
        EditJob job = jobs.findById(jobId).orElseThrow();
        if (job.state().isOver()) {
            return new Beginning.Over();
        }
        if (job.isCancelRequested()) {
            cancel(job, persona);
            return new Beginning.Over();
        }
        boolean refresh = job.occasion() == Occasion.CHAPTER && persona.editDepth() > 1;
        if (persona.isUpToDate() && !refresh) {
            portraits.settle(persona);
            queue.cancel(job, "the picture shows the wanted appearance already");
            return new Beginning.Over();
        }
        if (limits.isTooLate(job)) {
            abort(job, persona);
            return new Beginning.Over();
        }
        Optional<EditLimits.Hold> hold = limits.hold(job, persona);
        if (hold.isPresent()) {
            job.hold(hold.get().reason());
            // What it waits for is not its own fault: the deadline counts from there.
            job.waitUntil(hold.get().until());
            return new Beginning.Later(
                    Duration.between(clock.instant(), hold.get().until()));
        }
        job.follow(portraits.currentRevision(persona).orElse(null));
        job.begin(clock.instant());
        Optional<Portrait> known = refresh ? portraits.find(persona, modelHash, 1) : portraits.find(persona, modelHash);
        if (known.isPresent()) {
            Picturing again = Picturing.again(known.get(), persona.appearance());
            show(job, persona, persona.pictureGeneration(), again, false);
            return new Beginning.Over();
        }
        EditOrder order = orders.write(job, persona);
        job.countDrawing();
        return new Beginning.Draw(order);
    }

    /**
     * Makes the drawn picture the current one and tells of it. Does nothing when the job is over, as it is when two
     * processes ran it.
     *
     * @return whether the job is over now; false when another picture became the current one while the model worked
     */
    boolean finish(EditOrder order, Picturing picturing) {
        Persona persona = portraits.lock(order.personaId());
        EditJob job = jobs.findById(order.jobId()).orElseThrow();
        if (job.state().isOver()) {
            return true;
        }
        if (persona.pictureGeneration() != order.generation()) {
            job.requeue("another picture became the current one meanwhile", false);
            return false;
        }
        show(job, persona, order.generation(), picturing, true);
        return true;
    }

    private void show(EditJob job, Persona persona, int generation, Picturing picturing, boolean fresh) {
        UUID revisionId = job.revisionId().orElse(null);
        List<AppearanceChange> changes = portraits.unseenChanges(persona, revisionId);
        String parent = persona.picture().map(ShownPicture::sha256).orElse(null);
        Optional<AppearanceRevision> revision = portraits.show(persona, generation, revisionId, picturing, fresh);
        String webhook = announcer.drawn(job, persona, revision, picturing, changes, parent);
        job.complete(picturing.picture().sha256(), webhook, clock.instant());
        queue.ended(job);
        queue.scheduleNext(persona);
    }

    /**
     * Notes how far the model is.
     *
     * @return false when the attempt should stop, because somebody asked for it, it takes too long or it is no longer the
     *     current one
     */
    boolean progress(EditOrder order, int step, int steps) {
        return !limits.isTooLong(order.began())
                && jobs.recordProgress(order.jobId(), order.attempt(), step, steps) == 1;
    }

    /** Puts the job back into the queue; who calls runs it again later. */
    void requeue(EditOrder order, String why, boolean countAttempt) {
        withCurrent(order, (job, persona) -> job.requeue(why, countAttempt));
    }

    /**
     * The model stopped between two steps: somebody asked for it, another attempt took over, or the service ends.
     *
     * @return whether this attempt is the last one
     */
    boolean stopped(EditOrder order) {
        withCurrent(order, (job, persona) -> {
            if (limits.isTooLong(order.began())) {
                fail(job, persona, "the edit ran longer than " + limits.runDeadline());
            } else if (job.isCancelRequested()) {
                cancel(job, persona);
            } else {
                job.requeue("interrupted", false);
            }
        });
        return jobs.findById(order.jobId())
                .map(job -> job.state() != JobState.IN_QUEUE)
                .orElse(true);
    }

    private void cancel(EditJob job, Persona persona) {
        if (job.isSuperseded()) {
            job.cancel("a newer change took its place", clock.instant());
        } else {
            job.cancel("canceled by request", clock.instant());
            portraits.fail(job.revisionId().orElse(null), "the edit was canceled by request");
        }
        queue.ended(job);
        queue.scheduleNext(persona);
    }

    private void abort(EditJob job, Persona persona) {
        String why = "waited longer than " + limits.waitDeadline() + " and never began";
        job.abort(why, clock.instant());
        portraits.fail(job.revisionId().orElse(null), why);
        announcer.failed(job);
        queue.ended(job);
        queue.scheduleNext(persona);
    }

    void failed(EditOrder order, String why) {
        withCurrent(order, (job, persona) -> fail(job, persona, why));
    }

    /** The job ends before it began. */
    void refused(UUID jobId, String why) {
        withOpen(jobId, (job, persona) -> fail(job, persona, why));
    }

    /**
     * Counts an attempt that could not begin, because there is no model to draw with.
     *
     * @return when to try again; empty when the job has failed
     */
    Optional<Duration> unavailable(UUID jobId, String why, List<Duration> retryAfter) {
        withOpen(jobId, (job, persona) -> {
            job.begin(clock.instant());
            if (job.attempts() > retryAfter.size()) {
                fail(job, persona, why);
            } else {
                job.requeue(why, true);
            }
        });
        return jobs.findById(jobId).filter(job -> !job.state().isOver()).map(job -> retryAfter.get(job.attempts() - 1));
    }

    private void fail(EditJob job, Persona persona, String why) {
        job.fail(why, clock.instant());
        portraits.fail(job.revisionId().orElse(null), why);
        announcer.failed(job);
        queue.ended(job);
        queue.scheduleNext(persona);
    }

    private interface Step {
        void apply(EditJob job, Persona persona);
    }

    /** An attempt that another one has taken over has no say any more. */
    private void withCurrent(EditOrder order, Step step) {
        withOpen(order.jobId(), (job, persona) -> {
            if (job.attempts() == order.attempt()) {
                step.apply(job, persona);
            }
        });
    }

    private void withOpen(UUID jobId, Step step) {
        jobs.findPersonaId(jobId).ifPresent(personaId -> {
            Persona persona = portraits.lock(personaId);
            EditJob job = jobs.findById(jobId).orElseThrow();
            if (!job.state().isOver()) {
                step.apply(job, persona);
            }
        });
    }
}
