package io.emaki.webhook;

import java.util.UUID;

/** Everything an attempt needs, so that it holds no transaction while the receiver thinks. */
record Letter(UUID deliveryId, String messageId, String url, Secret secret, String body) {}
