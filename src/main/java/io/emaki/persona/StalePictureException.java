package io.emaki.persona;

import java.util.UUID;

/** An edit of a picture that is no longer the persona's current one. */
public final class StalePictureException extends RuntimeException {

    StalePictureException(UUID persona, int expected, int found) {
        super("persona %s shows picture generation %d, the edit began on %d".formatted(persona, found, expected));
    }
}
