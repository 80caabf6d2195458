/** Signed messages to the chat product: endpoints, signing, delivery and retries by Standard Webhooks. */
@NullMarked
package io.emaki.webhook;

import org.jspecify.annotations.NullMarked;
