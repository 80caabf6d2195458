package io.emaki.illustration;

import io.emaki.persona.Persona;
import io.emaki.scheduling.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What makes an edit wait: a pause of all edits, a burst of turns, the persona's cooldown, daily budgets. */
@Component
class EditLimits {

    private static final Duration PAUSE_LOOK = Duration.ofSeconds(5);
    private static final int MOST_SETTLES = 3;

    private final JobRepository jobs;
    private final EditQueue queue;
    private final Pauses pauses;
    private final IllustrationSettings.Edits settings;
    private final Clock clock;

    EditLimits(JobRepository jobs, EditQueue queue, Pauses pauses, IllustrationSettings settings, Clock clock) {
        this.jobs = jobs;
        this.queue = queue;
        this.pauses = pauses;
        this.settings = settings.illustration();
        this.clock = clock;
    }

    /**
     * Why a job must not begin yet.
     *
     * @param until when to look again
     */
    record Hold(String reason, Instant until) {}

    /** When a new job may begin. */
    Instant firstMoment(Persona persona, Occasion occasion) {
        Instant now = clock.instant();
        if (!occasion.isLimited()) {
            return now;
        }
        Optional<Instant> latest = queue.latest(persona.id());
        Instant settled = latest.filter(made -> made.plus(settings.settle()).isAfter(now))
                .map(made -> now.plus(settings.settle()))
                .orElse(now);
        Instant cooled = latest.map(made -> made.plus(persona.cooldown())).orElse(now);
        return cooled.isAfter(settled) ? cooled : settled;
    }

    /** When a job may begin that gathers changes and has got another one: later, but not for ever. */
    Instant afterAnother(EditJob job) {
        Instant now = clock.instant();
        if (!job.notBefore().isAfter(now)) {
            return job.notBefore();
        }
        Instant settled = now.plus(settings.settle());
        Instant latest = job.createdAt().plus(settings.settle().multipliedBy(MOST_SETTLES));
        Instant wanted = settled.isBefore(latest) ? settled : latest;
        return wanted.isAfter(job.notBefore()) ? wanted : job.notBefore();
    }

    Optional<Hold> hold(EditJob job, Persona persona) {
        Instant now = clock.instant();
        Optional<String> paused = pauses.reason();
        if (paused.isPresent()) {
            return Optional.of(new Hold("edits are paused: " + paused.get(), now.plus(PAUSE_LOOK)));
        }
        if (job.notBefore().isAfter(now)) {
            return Optional.of(new Hold("gathers changes", job.notBefore()));
        }
        return job.occasion().isLimited() ? budget(persona, now) : Optional.empty();
    }

    private Optional<Hold> budget(Persona persona, Instant now) {
        Instant midnight = now.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant tomorrow = midnight.plus(Duration.ofDays(1));
        if (persona.dailyEdits().isPresent()
                && jobs.drawnOfPersona(persona.id(), midnight)
                        >= persona.dailyEdits().getAsInt()) {
            return Optional.of(new Hold(
                    "the persona's daily budget of " + persona.dailyEdits().getAsInt() + " edits is used up",
                    tomorrow));
        }
        int most = settings.workspaceDailyEdits();
        return most > 0 && jobs.drawnOfWorkspace(persona.workspaceId(), midnight) >= most
                ? Optional.of(new Hold("the workspace's daily budget of " + most + " edits is used up", tomorrow))
                : Optional.empty();
    }

    /** Whether the job has waited so long that nobody wants its picture any more. */
    boolean isTooLate(EditJob job) {
        return job.attempts() == 0
                && job.notBefore().plus(settings.waitDeadline()).isBefore(clock.instant());
    }

    Duration waitDeadline() {
        return settings.waitDeadline();
    }

    /** Whether an attempt that began then has run too long. */
    boolean isTooLong(Instant began) {
        return began.plus(settings.runDeadline()).isBefore(clock.instant());
    }

    Duration runDeadline() {
        return settings.runDeadline();
    }
}
