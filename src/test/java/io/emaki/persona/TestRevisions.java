package io.emaki.persona;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Revisions for tests of other features. */
public final class TestRevisions {

    private TestRevisions() {}

    public static AppearanceRevision pending(Instant now) {
        return new AppearanceRevision(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                null,
                Cause.turn(UUID.randomUUID(), UUID.randomUUID(), 0),
                List.of(),
                Appearance.of("a shirt", "", "", List.of()),
                now);
    }
}
