package io.emaki.webhook;

/** Where the delivery of a message to one endpoint stands. */
public enum DeliveryState {
    PENDING,
    DELIVERED,
    FAILED
}
