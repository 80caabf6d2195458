package io.emaki.illustration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface JobRepository extends Repository<EditJob, UUID> {

    EditJob save(EditJob job);

    Optional<EditJob> findById(UUID id);

    Optional<EditJob> findByIdAndWorkspaceId(UUID id, UUID workspaceId);

    @Query("select j.personaId from EditJob j where j.id = :id")
    Optional<UUID> findPersonaId(UUID id);

    List<EditJob> findByPersonaIdAndStateInOrderByCreatedAtAsc(UUID personaId, Collection<JobState> states);

    long countByStateAndCreatedAtBefore(JobState state, Instant createdAt);

    /** Leaves the version alone: progress decides nothing. Returns 0 when the attempt should not go on. */
    @Modifying
    @Query("""
            update EditJob j set j.step = :step, j.steps = :steps
            where j.id = :id and j.attempts = :attempt and j.state = io.emaki.illustration.JobState.IN_PROGRESS
              and j.cancelRequested = false""")
    int recordProgress(UUID id, int attempt, int step, int steps);
}
