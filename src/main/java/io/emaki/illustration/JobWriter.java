package io.emaki.illustration;

import io.emaki.media.MediaLinks;
import io.emaki.persona.AppearanceChange;
import io.emaki.persona.AppearanceRevision;
import io.emaki.persona.Persona;
import io.emaki.persona.Picturing;
import io.emaki.persona.Portrait;
import io.emaki.persona.Portraits;
import io.emaki.persona.ShownPicture;
import io.emaki.webhook.Webhooks;
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
    private final InstructionWriter instructions;
    private final ContentPolicy policy;
    private final Webhooks webhooks;
    private final MediaLinks links;
    private final Clock clock;

    JobWriter(
            JobRepository jobs,
            EditQueue queue,
            Portraits portraits,
            InstructionWriter instructions,
            ContentPolicy policy,
            Webhooks webhooks,
            MediaLinks links,
            Clock clock) {
        this.jobs = jobs;
        this.queue = queue;
        this.portraits = portraits;
        this.instructions = instructions;
        this.policy = policy;
        this.webhooks = webhooks;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Begins an attempt.
     *
     * @param modelHash the model that would draw; null when that is not known
     * @return what to draw; empty when there is nothing to draw, and then the job is over
     * @throws RefusedException when the persona must not be drawn like this
     */
    Optional<EditOrder> begin(UUID jobId, @Nullable String modelHash) {
        Optional<UUID> personaId = jobs.findPersonaId(jobId);
        if (personaId.isEmpty()) {
            return Optional.empty();
        }
        Persona persona = portraits.lock(personaId.get());
        EditJob job = jobs.findById(jobId).orElseThrow();
        if (job.state().isOver()) {
            return Optional.empty();
        }
        if (job.isCancelRequested()) {
            cancel(job, persona);
            return Optional.empty();
        }
        if (persona.isUpToDate()) {
            portraits.settle(persona);
            queue.cancel(job, "the picture shows the wanted appearance already");
            return Optional.empty();
        }
        portraits.currentRevision(persona).ifPresent(job::follow);
        job.begin(clock.instant());
        Optional<Portrait> known = portraits.find(persona, modelHash);
        if (known.isPresent()) {
            reuse(job, persona, known.get());
            return Optional.empty();
        }
        return Optional.of(order(job, persona));
    }

    private EditOrder order(EditJob job, Persona persona) {
        policy.requireDrawable(persona);
        String base = persona.picture().map(ShownPicture::sha256).orElse(null);
        String stack = persona.loraStack().orElse(null);
        String instruction = persona.shown()
                .map(shown -> instructions.edit(shown, persona.appearance()))
                .orElseGet(() -> instructions.portrait(persona));
        return new EditOrder(
                job.id(),
                job.attempts(),
                persona.id(),
                job.revisionId(),
                persona.pictureGeneration(),
                persona.appearance(),
                instruction,
                base,
                stack,
                Seed.of(instruction, base, stack),
                base == null ? 0 : persona.editDepth() + 1);
    }

    private void reuse(EditJob job, Persona persona, Portrait portrait) {
        Picturing picturing = new Picturing(
                portrait.picture(),
                persona.appearance(),
                portrait.instruction().orElse(""),
                portrait.parameters().orElse("{}"),
                portrait.modelHash().orElse(null),
                portrait.editDepth());
        show(job, persona, persona.pictureGeneration(), job.revisionId(), picturing, false);
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
        show(job, persona, order.generation(), order.revisionId(), picturing, true);
        return true;
    }

    private void show(
            EditJob job, Persona persona, int generation, UUID revisionId, Picturing picturing, boolean fresh) {
        List<AppearanceChange> changes = portraits.unseenChanges(persona, revisionId);
        AppearanceRevision revision = portraits.show(persona, generation, revisionId, picturing, fresh);
        ImageUpdated event = ImageUpdated.of(job, revision, picturing, changes, links);
        webhooks.publish(persona.workspaceId(), event.webhookId(), ImageUpdated.TYPE, event);
        job.complete(picturing.picture().sha256(), event.webhookId(), clock.instant());
        queue.scheduleNext(persona);
    }

    /**
     * Notes how far the model is.
     *
     * @return false when the attempt should stop, because somebody asked for it or it is no longer the current one
     */
    boolean progress(EditOrder order, int step, int steps) {
        return jobs.recordProgress(order.jobId(), order.attempt(), step, steps) == 1;
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
            if (job.isCancelRequested()) {
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
        job.cancel("canceled by request", clock.instant());
        portraits.fail(job.revisionId(), "the edit was canceled by request");
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
        portraits.fail(job.revisionId(), why);
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
