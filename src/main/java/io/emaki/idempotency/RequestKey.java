package io.emaki.idempotency;

import java.util.UUID;

/**
 * What a kept answer is found by.
 *
 * @param key as the client sent it, 1 to 255 printable ASCII characters
 * @param route path of the request
 */
record RequestKey(UUID workspaceId, String key, String route) {

    static final int MAX_KEY = 255;
    static final int MAX_ROUTE = 500;

    static boolean isValid(String key) {
        return !key.isBlank()
                && key.length() <= MAX_KEY
                && key.chars().allMatch(character -> character >= ' ' && character <= '~');
    }
}
