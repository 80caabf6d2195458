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

    Optional<EditJob> findFirstByPersonaIdOrderByCreatedAtDesc(UUID personaId);

    /** Pictures that the model was asked for since a moment. */
    @Query("select coalesce(sum(j.drawn), 0) from EditJob j where j.personaId = :id and j.startedAt >= :since")
    long drawnOfPersona(UUID id, Instant since);

    /** The same for all personas of a workspace. */
    @Query("select coalesce(sum(j.drawn), 0) from EditJob j where j.workspaceId = :id and j.startedAt >= :since")
    long drawnOfWorkspace(UUID id, Instant since);

    long countByStateAndCreatedAtBefore(JobState state, Instant createdAt);

    /** Leaves the version alone: progress decides nothing. Returns 0 when the attempt should not go on. */
    @Modifying
    @Query("""
            update EditJob j set j.step = :step, j.steps = :steps, j.events = j.events + 1
            where j.id = :id and j.attempts = :attempt and j.state = io.emaki.illustration.JobState.IN_PROGRESS
              and j.cancelRequested = false""")
    int recordProgress(UUID id, int attempt, int step, int steps);
}
