package io.emaki.persona;

import io.emaki.problem.InvalidFieldException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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

    @Convert(converter = JsonText.OfAppearance.class)
    private Appearance initialAppearance;

    private @Nullable UUID revisionId;
    private int revisions;
    private @Nullable UUID storyId;

    @Convert(converter = FacetsText.class)
    private Set<Facet> frozen;

    private int cooldownSeconds;
    private @Nullable Integer dailyEdits;

    @Column(name = "shown_appearance")
    @Convert(converter = JsonText.OfAppearance.class)
    private @Nullable Appearance shown;

    private @Nullable String pictureSha256;
    private @Nullable Integer pictureWidth;
    private @Nullable Integer pictureHeight;
    private @Nullable String identitySha256;

    @Convert(converter = JsonText.OfAppearance.class)
    private @Nullable Appearance identityAppearance;

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
        this.initialAppearance = made.appearance();
        this.frozen = Set.of();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The revision that these changes make; empty when nothing that can be seen is different afterwards. */
    Optional<AppearanceRevision> change(List<AppearanceChange> changes, Cause cause, Instant now) {
        Optional<AppearanceRevision> revision = revise(revisionId, appearance, changes, cause, now);
        revision.ifPresent(made -> {
            appearance = made.appearance();
            revisionId = made.id();
            updatedAt = now;
        });
        return revision;
    }

    /** A record of changes that must not be drawn; the appearance stays as it is. */
    AppearanceRevision refuse(List<AppearanceChange> changes, Cause cause, String why, Instant now) {
        AppearanceRevision note =
                new AppearanceRevision(UUID.randomUUID(), id, ++revisions, revisionId, cause, changes, appearance, now);
        note.refused(why, now);
        return note;
    }

    /** What {@code changes} make of an earlier look, without going there; empty when that can be seen in nothing. */
    Optional<AppearanceRevision> revise(
            @Nullable UUID parent, Appearance before, List<AppearanceChange> changes, Cause cause, Instant now) {
        Appearance next = before.with(changes);
        return next.looksLike(before)
                ? Optional.empty()
                : Optional.of(
                        new AppearanceRevision(UUID.randomUUID(), id, ++revisions, parent, cause, changes, next, now));
    }

    /** Goes back, or over, to a revision made before; null is how the persona was made. */
    void stand(@Nullable AppearanceRevision revision, Instant now) {
        appearance = revision == null ? initialAppearance : revision.appearance();
        revisionId = revision == null ? null : revision.id();
        updatedAt = now;
    }

    /** Notes whose story moves the persona from now on. */
    void follow(UUID story) {
        storyId = story;
    }

    /**
     * @param facets what stories may not change; null leaves it
     * @param cooldown seconds between edits that stories cause, 0 to 86,400; null leaves it
     * @param edits most edits in a UTC day, at least 0; null leaves it, -1 lifts the limit
     */
    void control(@Nullable Set<Facet> facets, @Nullable Integer cooldown, @Nullable Integer edits, Instant now) {
        if (cooldown != null && (cooldown < 0 || cooldown > 86_400)) {
            throw new InvalidFieldException("cooldown_seconds", "must be between 0 and 86400, not " + cooldown);
        }
        if (edits != null && (edits < -1 || edits > 1_000_000)) {
            throw new InvalidFieldException(
                    "daily_edits", "must be between 0 and 1000000, or -1 for no limit, not " + edits);
        }
        frozen = facets == null ? frozen : Set.copyOf(facets);
        cooldownSeconds = cooldown == null ? cooldownSeconds : cooldown;
        dailyEdits = edits == null ? dailyEdits : edits < 0 ? null : edits;
        updatedAt = now;
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
            identityAppearance = appearance;
        }
        setPicture(picture, appearance, depth, now);
    }

    /** Takes a picture from outside as the one that shows who the persona is and how they look now. */
    void adopt(ShownPicture picture, Instant now) {
        identitySha256 = picture.sha256();
        identityAppearance = appearance;
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

    /** How the persona was made to look, before its first revision. */
    Appearance initialAppearance() {
        return initialAppearance;
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

    /** How the persona looks in its identity picture; empty when that is not known. */
    public Optional<Appearance> identityAppearance() {
        return Optional.ofNullable(identityAppearance);
    }

    /** The story that moved the persona last. */
    public Optional<UUID> storyId() {
        return Optional.ofNullable(storyId);
    }

    /** What stories may not change. */
    public Set<Facet> frozen() {
        return frozen;
    }

    /** Time between edits that stories cause. */
    public Duration cooldown() {
        return Duration.ofSeconds(cooldownSeconds);
    }

    /** Most edits in a UTC day; empty for no limit. */
    public OptionalInt dailyEdits() {
        return dailyEdits == null ? OptionalInt.empty() : OptionalInt.of(dailyEdits);
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

    /** Counts the changes of anything in the persona; what clients compare to notice that they know an old one. */
    public long version() {
        return version == null ? 0 : version;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
