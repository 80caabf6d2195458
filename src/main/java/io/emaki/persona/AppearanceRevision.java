package io.emaki.persona;

import io.emaki.problem.Require;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of a persona's appearance: what caused it, what it changed, and how it was pictured. */
@Entity
public class AppearanceRevision {

    @Id
    private UUID id;

    private UUID personaId;
    private int number;
    private @Nullable UUID parentId;

    @Enumerated(EnumType.STRING)
    private Cause.Kind kind;

    private @Nullable UUID storyId;
    private @Nullable UUID turnId;
    private int swipe;

    @Convert(converter = JsonText.OfChanges.class)
    private List<AppearanceChange> changes;

    @Convert(converter = JsonText.OfAppearance.class)
    private Appearance appearance;

    @Enumerated(EnumType.STRING)
    private RevisionStatus status;

    private @Nullable String reason;
    private @Nullable String instruction;
    private @Nullable String parameters;
    private @Nullable String pictureSha256;
    private @Nullable String parentPictureSha256;
    private Instant createdAt;
    private @Nullable Instant settledAt;

    @Version
    private @Nullable Long version;

    protected AppearanceRevision() {}

    AppearanceRevision(
            UUID id,
            UUID personaId,
            int number,
            @Nullable UUID parentId,
            Cause cause,
            List<AppearanceChange> changes,
            Appearance appearance,
            Instant now) {
        this.id = id;
        this.personaId = personaId;
        this.number = number;
        this.parentId = parentId;
        this.kind = cause.kind();
        this.storyId = cause.story();
        this.turnId = cause.turn();
        this.swipe = cause.swipe();
        this.changes = List.copyOf(changes);
        this.appearance = appearance;
        this.status = RevisionStatus.PENDING;
        this.createdAt = now;
    }

    /** The picture shows this revision now. */
    void pictured(Picturing picturing, @Nullable String parentPicture, Instant now) {
        status = RevisionStatus.PICTURED;
        reason = null;
        instruction = picturing.instruction();
        parameters = picturing.parameters();
        pictureSha256 = picturing.picture().sha256();
        parentPictureSha256 = parentPicture;
        settledAt = now;
    }

    /** The picture that is already current shows this revision. */
    void unchanged(String picture, Instant now) {
        status = RevisionStatus.PICTURED;
        pictureSha256 = picture;
        parentPictureSha256 = picture;
        settledAt = now;
    }

    void superseded(Instant now) {
        if (status == RevisionStatus.PENDING || status == RevisionStatus.FAILED) {
            status = RevisionStatus.SUPERSEDED;
            settledAt = now;
        }
    }

    /** The story is here again, and no picture shows it. */
    void reopen() {
        if (pictureSha256 == null && status != RevisionStatus.REFUSED) {
            status = RevisionStatus.PENDING;
            reason = null;
            settledAt = null;
        }
    }

    /** Recorded, and never to be drawn. */
    void refused(String why, Instant now) {
        status = RevisionStatus.REFUSED;
        reason = Require.cut(why, 500);
        settledAt = now;
    }

    void failed(String why, Instant now) {
        if (status == RevisionStatus.PENDING) {
            status = RevisionStatus.FAILED;
            reason = Require.cut(why, 500);
            settledAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    public UUID personaId() {
        return personaId;
    }

    /** Counts the persona's revisions from 1. */
    public int number() {
        return number;
    }

    public Optional<UUID> parentId() {
        return Optional.ofNullable(parentId);
    }

    public Cause cause() {
        return new Cause(kind, storyId, turnId, swipe);
    }

    public List<AppearanceChange> changes() {
        return changes;
    }

    /** The whole appearance after the change. */
    public Appearance appearance() {
        return appearance;
    }

    public RevisionStatus status() {
        return status;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<String> instruction() {
        return Optional.ofNullable(instruction);
    }

    /** JSON of the generation parameters. */
    public Optional<String> parameters() {
        return Optional.ofNullable(parameters);
    }

    public Optional<String> pictureSha256() {
        return Optional.ofNullable(pictureSha256);
    }

    /** The picture that was edited. */
    public Optional<String> parentPictureSha256() {
        return Optional.ofNullable(parentPictureSha256);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When a picture showed it, or it was clear that none will. */
    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }
}
