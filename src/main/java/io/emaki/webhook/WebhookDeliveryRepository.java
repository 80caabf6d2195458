package io.emaki.webhook;

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

    List<WebhookDelivery> findByEndpointIdOrderByCreatedAtDescIdAsc(UUID endpointId, Limit limit);
}
