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
    private @Nullable UUID storyId;
    private @Nullable UUID turnId;
    private @Nullable UUID revisionId;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    private Instant notBefore;
    private boolean superseded;
    private boolean replaces;
    private int events;
    private int drawn;

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

    EditJob(UUID id, UUID workspaceId, UUID personaId, Occasion occasion, Instant now) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.personaId = personaId;
        this.occasion = occasion;
        this.state = JobState.IN_QUEUE;
        this.createdAt = now;
        this.notBefore = now;
    }

    /** Takes a newer revision along; null is how the persona was made. */
    final void follow(@Nullable AppearanceRevision revision) {
        storyId = revision == null ? null : revision.cause().story();
        turnId = revision == null ? null : revision.cause().turn();
        revisionId = revision == null ? null : revision.id();
    }

    /** A weightier occasion makes the waiting job its own. */
    void raise(Occasion newer) {
        if (newer.compareTo(occasion) > 0) {
            occasion = newer;
        }
    }

    /** Does not begin earlier than this. */
    void waitUntil(Instant moment) {
        notBefore = moment;
    }

    /** Waits for something that is told to whoever asks. */
    void hold(String why) {
        reason = Require.cut(why, 500);
        events++;
    }

    /** What it draws is no longer wanted; whoever runs it stops at the next step. */
    void supersede() {
        requestCancel();
        superseded = true;
    }

    /** Made while another one was stopped for it, so nothing stops this one: a lively story gets its pictures too. */
    void markReplacing() {
        replaces = true;
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
        events++;
    }

    /** Counts a picture that the model is asked for. */
    void countDrawing() {
        drawn++;
    }

    /** Goes back into the queue. */
    void requeue(String why, boolean countAttempt) {
        requireOpen("requeue");
        state = JobState.IN_QUEUE;
        attempts -= countAttempt ? 0 : 1;
        events++;
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

    void abort(String why, Instant now) {
        requireOpen("abort");
        reason = Require.cut(why, 500);
        end(JobState.ABORTED, now);
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
        events++;
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

    public Optional<UUID> storyId() {
        return Optional.ofNullable(storyId);
    }

    /** The latest turn whose change is part of the edit; empty for what no turn said. */
    public Optional<UUID> turnId() {
        return Optional.ofNullable(turnId);
    }

    /** What the picture is to show; empty for how the persona was made. */
    public Optional<UUID> revisionId() {
        return Optional.ofNullable(revisionId);
    }

    public Occasion occasion() {
        return occasion;
    }

    /** When it may begin: a burst of turns settles first, and a cooldown ends. */
    public Instant notBefore() {
        return notBefore;
    }

    boolean isSuperseded() {
        return superseded;
    }

    boolean isReplacing() {
        return replaces;
    }

    /** Pictures that the model was asked for. */
    public int drawn() {
        return drawn;
    }

    /** Counts what can be told of the job; a client that saw event n has missed nothing when this is n. */
    public int events() {
        return events;
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
