package io.emaki.access;

import java.util.UUID;

/**
 * A token that has just been made.
 *
 * @param secret {@code kotonia_} and 43 characters; this is the only time it can be seen
 */
public record IssuedToken(UUID id, String name, UUID workspaceId, String workspace, String secret) {

    /** Leaves the secret out, so that a log line cannot hold it. */
    @Override
    public String toString() {
        return "IssuedToken[" + id + ", " + name + ", " + workspace + "]";
    }
}
