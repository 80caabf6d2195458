package io.emaki.illustration.web;

import io.emaki.illustration.EditJob;
import io.emaki.illustration.JobState;
import io.emaki.illustration.JobStatus;
import io.emaki.illustration.Occasion;
import io.emaki.media.MediaLinks;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record JobView(
        UUID id,
        UUID personaId,
        @Nullable UUID storyId,
        @Nullable UUID turnId,
        @Nullable UUID revisionId,
        Occasion occasion,
        Instant notBefore,
        int events,
        JobState state,
        @Nullable Long queuePosition,
        ProgressView progress,
        int attempts,
        boolean cancelRequested,
        @Nullable String reason,
        @Nullable PictureView picture,
        @Nullable String webhookId,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** Denoising steps done; {@code steps} is 0 before the first one. */
    record ProgressView(int step, int steps) {}

    record PictureView(String url, String sha256) {}

    static JobView of(JobStatus status, MediaLinks links) {
        EditJob job = status.job();
        return new JobView(
                job.id(),
                job.personaId(),
                job.storyId().orElse(null),
                job.turnId().orElse(null),
                job.revisionId().orElse(null),
                job.occasion(),
                job.notBefore(),
                job.events(),
                job.state(),
                status.queuePosition(),
                new ProgressView(job.step(), job.steps()),
                job.attempts(),
                job.isCancelRequested(),
                job.reason().orElse(null),
                job.pictureSha256()
                        .map(sha -> new PictureView(links.png(sha), sha))
                        .orElse(null),
                job.webhookId().orElse(null),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.endedAt().orElse(null));
    }
}
