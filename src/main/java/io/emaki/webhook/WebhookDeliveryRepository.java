package io.emaki.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface WebhookDeliveryRepository extends Repository<WebhookDelivery, UUID> {

    WebhookDelivery save(WebhookDelivery delivery);

    Optional<WebhookDelivery> findById(UUID id);

    @Query("select d.endpointId from WebhookDelivery d where d.id = :id")
    Optional<UUID> findEndpointId(UUID id);

    @Query("""
            select d from WebhookDelivery d, WebhookEndpoint e
            where d.id = :id and e.id = d.endpointId and e.workspaceId = :workspaceId""")
    Optional<WebhookDelivery> findInWorkspace(UUID id, UUID workspaceId);

    boolean existsByMessageIdAndEndpointIdAndState(String messageId, UUID endpointId, DeliveryState state);

    /** Those that come after this position, newest first. */
    @Query("""
            select d from WebhookDelivery d
            where d.endpointId = :endpointId and d.state in :states
                and (d.createdAt < :createdAt or d.createdAt = :createdAt and d.id > :id)
            order by d.createdAt desc, d.id asc""")
    List<WebhookDelivery> findPage(
            UUID endpointId, Collection<DeliveryState> states, Instant createdAt, UUID id, Limit limit);
}
