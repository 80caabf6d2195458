package io.emaki.persona;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A persona: who they are, the appearance that the story has reached, and the picture with the appearance that it shows. The
 * two appearances differ while an edit is due.
 */
@Entity
public class Persona {

    @Id
    private UUID id;

    private UUID workspaceId;
    private String name;
    private String description;
    private @Nullable String loraStack;
    private boolean adultAttested;
    private boolean matureAllowed;

    @Convert(converter = JsonText.OfAppearance.class)
    private Appearance appearance;

    private @Nullable UUID revisionId;
    private int revisions;

    @Column(name = "shown_appearance")
    @Convert(converter = JsonText.OfAppearance.class)
    private @Nullable Appearance shown;

    private @Nullable String pictureSha256;
    private @Nullable Integer pictureWidth;
    private @Nullable Integer pictureHeight;
    private @Nullable String identitySha256;
    private int pictureGeneration;
    private int editDepth;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private @Nullable Long version;

    protected Persona() {}

    Persona(UUID id, UUID workspaceId, NewPersona made, Instant now) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.name = made.name();
        this.description = made.description();
        this.loraStack = made.loraStack();
        this.adultAttested = made.adultAttested();
        this.matureAllowed = made.matureAllowed();
        this.appearance = made.appearance();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The revision that these changes make; empty when nothing that can be seen is different afterwards. */
    Optional<AppearanceRevision> change(List<AppearanceChange> changes, Cause cause, Instant now) {
        Appearance next = appearance.with(changes);
        if (next.looksLike(appearance)) {
            return Optional.empty();
        }
        AppearanceRevision revision =
                new AppearanceRevision(UUID.randomUUID(), id, ++revisions, revisionId, cause, changes, next, now);
        appearance = next;
        revisionId = revision.id();
        updatedAt = now;
        return Optional.of(revision);
    }

    /**
     * Makes an edited picture the current one.
     *
     * @param generation {@link #pictureGeneration()} when the edit began
     * @param depth how many edits lie between the identity picture and this one
     * @throws StalePictureException when another picture became the current one meanwhile; nothing is changed
     */
    void show(int generation, ShownPicture picture, Appearance appearance, int depth, Instant now) {
        if (generation != pictureGeneration) {
            throw new StalePictureException(id, generation, pictureGeneration);
        }
        if (identitySha256 == null) {
            identitySha256 = picture.sha256();
        }
        setPicture(picture, appearance, depth, now);
    }

    /** Takes a picture from outside as the one that shows who the persona is and how they look now. */
    void adopt(ShownPicture picture, Instant now) {
        identitySha256 = picture.sha256();
        setPicture(picture, appearance, 0, now);
    }

    private void setPicture(ShownPicture picture, Appearance appearance, int depth, Instant now) {
        shown = appearance;
        pictureSha256 = picture.sha256();
        pictureWidth = picture.width();
        pictureHeight = picture.height();
        pictureGeneration++;
        editDepth = depth;
        updatedAt = now;
    }

    /** Whether the picture shows the appearance that the story has reached. */
    public boolean isUpToDate() {
        return shown != null && shown.looksLike(appearance);
    }

    public UUID id() {
        return id;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public Optional<String> loraStack() {
        return Optional.ofNullable(loraStack);
    }

    public boolean adultAttested() {
        return adultAttested;
    }

    /** Mature pictures may be drawn: allowed, and of an attested adult. */
    public boolean matureAllowed() {
        return adultAttested && matureAllowed;
    }

    /** How the persona looks now in the story. */
    public Appearance appearance() {
        return appearance;
    }

    /** How the persona looks in the current picture. */
    public Optional<Appearance> shown() {
        return Optional.ofNullable(shown);
    }

    public Optional<ShownPicture> picture() {
        return pictureSha256 == null || pictureWidth == null || pictureHeight == null
                ? Optional.empty()
                : Optional.of(new ShownPicture(pictureSha256, pictureWidth, pictureHeight));
    }

    /** The picture that says who the persona is, however often the current one was edited. */
    public Optional<String> identitySha256() {
        return Optional.ofNullable(identitySha256);
    }

    /** Counts the current pictures; what was begun on one generation must not be written to another. */
    public int pictureGeneration() {
        return pictureGeneration;
    }

    /** How many edits lie between the identity picture and the current one. */
    public int editDepth() {
        return editDepth;
    }

    public Optional<UUID> revisionId() {
        return Optional.ofNullable(revisionId);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
