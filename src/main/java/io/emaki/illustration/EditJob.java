package io.emaki.illustration;

import io.emaki.persona.AppearanceRevision;
import io.emaki.problem.Require;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One due edit of a persona's picture. It names no changes: what it does is the difference between picture and appearance
 * when it begins, so changes that come while it waits are part of it.
 */
@Entity
public class EditJob {

    @Id
    private UUID id;

    private UUID workspaceId;
    private UUID personaId;
    private UUID storyId;
    private UUID turnId;
    private UUID revisionId;

    @Enumerated(EnumType.STRING)
    private JobState state;

    private boolean scheduled;
    private boolean cancelRequested;
    private int attempts;
    private int step;
    private int steps;
    private @Nullable String reason;
    private @Nullable String pictureSha256;
    private @Nullable String webhookId;
    private Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;

    @Version
    private @Nullable Long version;

    protected EditJob() {}

    EditJob(UUID id, UUID workspaceId, AppearanceRevision revision, Instant now) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.personaId = revision.personaId();
        this.state = JobState.IN_QUEUE;
        this.createdAt = now;
        follow(revision);
    }

    /** Takes a newer revision along. */
    final void follow(AppearanceRevision revision) {
        storyId = revision.cause().story();
        turnId = revision.cause().turn();
        revisionId = revision.id();
    }

    /** The scheduler knows of the job now; before, it waits for the persona's running one. */
    void markScheduled() {
        scheduled = true;
    }

    /** Begins an attempt; a job whose process died in the middle begins again. */
    void begin(Instant now) {
        requireOpen("begin");
        state = JobState.IN_PROGRESS;
        attempts++;
        step = 0;
        steps = 0;
        startedAt = now;
    }

    /** Goes back into the queue. */
    void requeue(String why, boolean countAttempt) {
        requireOpen("requeue");
        state = JobState.IN_QUEUE;
        attempts -= countAttempt ? 0 : 1;
        reason = Require.cut(why, 500);
    }

    void complete(String picture, String webhook, Instant now) {
        requireOpen("complete");
        pictureSha256 = picture;
        webhookId = webhook;
        reason = null;
        end(JobState.COMPLETED, now);
    }

    void fail(String why, Instant now) {
        requireOpen("fail");
        reason = Require.cut(why, 500);
        end(JobState.FAILED, now);
    }

    void cancel(String why, Instant now) {
        requireOpen("cancel");
        reason = Require.cut(why, 500);
        end(JobState.CANCELED, now);
    }

    /** Whoever runs the job stops at the next step. */
    void requestCancel() {
        requireOpen("cancel");
        cancelRequested = true;
    }

    private void end(JobState end, Instant now) {
        state = end;
        scheduled = false;
        endedAt = now;
    }

    private void requireOpen(String what) {
        if (state.isOver()) {
            throw new IllegalStateException("cannot %s edit job %s: it is %s".formatted(what, id, state));
        }
    }

    public UUID id() {
        return id;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public UUID personaId() {
        return personaId;
    }

    public UUID storyId() {
        return storyId;
    }

    /** The latest turn whose change is part of the edit. */
    public UUID turnId() {
        return turnId;
    }

    public UUID revisionId() {
        return revisionId;
    }

    public JobState state() {
        return state;
    }

    boolean isScheduled() {
        return scheduled;
    }

    public boolean isCancelRequested() {
        return cancelRequested;
    }

    /** Attempts begun so far. */
    public int attempts() {
        return attempts;
    }

    /** Denoising steps done, of {@link #steps()}. */
    public int step() {
        return step;
    }

    /** 0 before the first step is done. */
    public int steps() {
        return steps;
    }

    /** Why the last attempt or the job itself ended as it did. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<String> pictureSha256() {
        return Optional.ofNullable(pictureSha256);
    }

    public Optional<String> webhookId() {
        return Optional.ofNullable(webhookId);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
