package io.emaki.story;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A persona of a story and how it looked when the story began. */
@Embeddable
class CastMember {

    private UUID personaId;
    private @Nullable UUID baseRevisionId;

    protected CastMember() {}

    /** @param baseRevisionId null for how the persona was made */
    CastMember(UUID personaId, @Nullable UUID baseRevisionId) {
        this.personaId = personaId;
        this.baseRevisionId = baseRevisionId;
    }

    UUID personaId() {
        return personaId;
    }

    Optional<UUID> baseRevisionId() {
        return Optional.ofNullable(baseRevisionId);
    }

    void rebase(@Nullable UUID revisionId) {
        baseRevisionId = revisionId;
    }
}
