package io.emaki.webhook;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface WebhookAttemptRepository extends Repository<WebhookAttempt, UUID> {

    WebhookAttempt save(WebhookAttempt attempt);

    List<WebhookAttempt> findByDeliveryIdInOrderByNumberAsc(Collection<UUID> deliveryIds);
}
