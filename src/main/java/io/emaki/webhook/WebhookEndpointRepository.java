package io.emaki.webhook;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface WebhookEndpointRepository extends Repository<WebhookEndpoint, UUID> {

    WebhookEndpoint save(WebhookEndpoint endpoint);

    void delete(WebhookEndpoint endpoint);

    Optional<WebhookEndpoint> findByIdAndWorkspaceId(UUID id, UUID workspaceId);

    long countByWorkspaceId(UUID workspaceId);

    List<WebhookEndpoint> findByWorkspaceIdOrderByCreatedAtAscIdAsc(UUID workspaceId);

    List<WebhookEndpoint> findByWorkspaceIdAndEnabledTrue(UUID workspaceId);

    /** Several deliveries to one endpoint end at once; each has to see what the others found. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from WebhookEndpoint e where e.id = :id")
    Optional<WebhookEndpoint> findLocked(UUID id);

    /** For changes, which must not be lost to what a delivery notes at the same moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from WebhookEndpoint e where e.id = :id and e.workspaceId = :workspaceId")
    Optional<WebhookEndpoint> findLockedInWorkspace(UUID id, UUID workspaceId);
}
