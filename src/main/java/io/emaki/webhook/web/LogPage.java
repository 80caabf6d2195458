package io.emaki.webhook.web;

import io.emaki.webhook.WebhookDeliveries;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param next what {@code after} has to be for the page that follows; null on the last one */
record LogPage(List<DeliveryView> data, @Nullable UUID next) {

    static LogPage of(WebhookDeliveries.Page page) {
        return new LogPage(
                page.deliveries().stream().map(DeliveryView::of).toList(),
                page.next().orElse(null));
    }
}
