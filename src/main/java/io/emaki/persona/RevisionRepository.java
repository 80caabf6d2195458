package io.emaki.persona;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface RevisionRepository extends Repository<AppearanceRevision, UUID> {

    AppearanceRevision save(AppearanceRevision revision);

    Optional<AppearanceRevision> findById(UUID id);

    List<AppearanceRevision> findByPersonaIdOrderByNumberDesc(UUID personaId, Limit limit);

    List<AppearanceRevision> findByPersonaIdAndNumberLessThanEqualAndStatusInOrderByNumberAsc(
            UUID personaId, int number, Collection<RevisionStatus> status);

    List<AppearanceRevision> findByPersonaIdAndStatusOrderByNumberAsc(UUID personaId, RevisionStatus status);
}
