package io.emaki.story;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one of the cast looked when a chapter began. */
@Embeddable
public class ChapterLook {

    private UUID personaId;
    private @Nullable UUID revisionId;

    @Column(name = "picture_sha256")
    private @Nullable String pictureSha256;

    private @Nullable UUID jobId;

    @Column(name = "refreshed_sha256")
    private @Nullable String refreshedSha256;

    private boolean refreshed;

    protected ChapterLook() {}

    /**
     * @param revisionId null for how the persona was made
     * @param picture the picture before the chapter; null when there was none
     * @param jobId the edit that refreshes it; null when it needs none
     */
    ChapterLook(UUID personaId, @Nullable UUID revisionId, @Nullable String picture, @Nullable UUID jobId) {
        this.personaId = personaId;
        this.revisionId = revisionId;
        this.pictureSha256 = picture;
        this.jobId = jobId;
        this.refreshed = jobId == null;
        this.refreshedSha256 = jobId == null ? picture : null;
    }

    boolean waitsFor(UUID job) {
        return !refreshed && job.equals(jobId);
    }

    void refresh(Optional<String> picture) {
        refreshed = true;
        refreshedSha256 = picture.orElse(pictureSha256);
    }

    boolean isRefreshed() {
        return refreshed;
    }

    public UUID personaId() {
        return personaId;
    }

    public Optional<UUID> revisionId() {
        return Optional.ofNullable(revisionId);
    }

    /** The picture before the chapter. */
    public Optional<String> pictureSha256() {
        return Optional.ofNullable(pictureSha256);
    }

    /** The picture that the chapter begins with; empty while it is made. */
    public Optional<String> refreshedSha256() {
        return Optional.ofNullable(refreshedSha256);
    }
}
