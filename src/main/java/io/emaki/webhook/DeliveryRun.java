package io.emaki.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One attempt of a delivery. It may be made twice; the receiver sees the same {@code webhook-id} then. */
@Component
class DeliveryRun {

    private final DeliveryRecords records;
    private final Postman postman;
    private final Clock clock;

    DeliveryRun(DeliveryRecords records, Postman postman, Clock clock) {
        this.records = records;
        this.postman = postman;
        this.clock = clock;
    }

    /** @return when to try again; empty when the delivery is over */
    Optional<Instant> run(UUID deliveryId) {
        return records.open(deliveryId).flatMap(letter -> {
            Instant attemptedAt = clock.instant();
            return records.record(letter, attemptedAt, postman.send(letter));
        });
    }
}
