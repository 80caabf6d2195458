package io.emaki.persona;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PersonaRepository extends Repository<Persona, UUID> {

    Persona save(Persona persona);

    Optional<Persona> findByIdAndWorkspaceId(UUID id, UUID workspaceId);

    List<Persona> findByWorkspaceIdOrderByCreatedAtDescIdAsc(UUID workspaceId, Limit limit);

    /** Held until the transaction ends: changes of one persona come one after the other instead of failing each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Persona p where p.id = :id")
    Optional<Persona> findLocked(UUID id);

    List<Persona> findByStoryId(UUID storyId);
}
