package io.emaki.idempotency;

import org.jspecify.annotations.Nullable;

/** An answer as it is given again. */
record StoredAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        byte[] body) {}
