package io.emaki.story;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StoryRepository extends Repository<Story, UUID> {

    Story save(Story story);

    Optional<Story> findById(UUID id);

    Optional<Story> findByIdAndWorkspaceId(UUID id, UUID workspaceId);

    List<Story> findByWorkspaceIdOrderByCreatedAtDescIdAsc(UUID workspaceId, Limit limit);

    /** Held until the transaction ends, so that a story's turns are numbered one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Story s where s.id = :id")
    Optional<Story> findLocked(UUID id);
}
