package io.emaki.illustration;

import java.util.UUID;

/** An edit job in short. */
public record JobSummary(UUID id, UUID personaId, JobState state) {

    static JobSummary of(EditJob job) {
        return new JobSummary(job.id(), job.personaId(), job.state());
    }
}
