package io.emaki.webhook;

import java.util.List;
import java.util.UUID;

/**
 * Everything an attempt needs, so that it holds no transaction while the receiver thinks.
 *
 * @param secrets those that sign, the present one first
 */
record Letter(UUID deliveryId, String messageId, String url, List<Secret> secrets, String body) {}
