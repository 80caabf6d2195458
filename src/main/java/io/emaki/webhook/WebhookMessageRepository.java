package io.emaki.webhook;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface WebhookMessageRepository extends Repository<WebhookMessage, String> {

    WebhookMessage save(WebhookMessage message);

    boolean existsById(String id);

    Optional<WebhookMessage> findById(String id);

    List<MessageType> findByIdIn(Collection<String> ids);
}
