package io.emaki.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonaTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final ShownPicture FIRST = new ShownPicture("a".repeat(64), 64, 64);
    private static final ShownPicture SECOND = new ShownPicture("b".repeat(64), 64, 64);

    private final Persona persona = new Persona(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new NewPersona(
                    "Rin",
                    "An adult ranger.",
                    Appearance.of("a hoodie", "a forest", "standing", List.of()),
                    null,
                    false,
                    false),
            NOW);

    @Test
    void everyChangeIsARevisionWithTheOneBeforeAsParent() {
        AppearanceRevision first = change(Operation.ADD, "a cape").orElseThrow();
        AppearanceRevision second = change(Operation.REMOVE, "the hoodie").orElseThrow();

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.parentId()).isEmpty();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.parentId()).contains(first.id());
        assertThat(second.appearance().outfit()).containsExactly("a cape");
        assertThat(second.status()).isEqualTo(RevisionStatus.PENDING);
        assertThat(persona.revisionId()).contains(second.id());
    }

    @Test
    void aChangeThatCannotBeSeenIsNone() {
        assertThat(change(Operation.ADD, "the hoodie")).isEmpty();
        assertThat(change(Operation.REMOVE, "a crown")).isEmpty();
        assertThat(persona.revisionId()).isEmpty();
    }

    @Test
    void isUpToDateWhenThePictureShowsTheAppearance() {
        assertThat(persona.isUpToDate()).isFalse();
        persona.adopt(FIRST, NOW);
        assertThat(persona.isUpToDate()).isTrue();
        change(Operation.ADD, "a cape");
        assertThat(persona.isUpToDate()).isFalse();
        persona.show(persona.pictureGeneration(), SECOND, persona.appearance(), 1, NOW);
        assertThat(persona.isUpToDate()).isTrue();
        assertThat(persona.picture()).contains(SECOND);
        assertThat(persona.identitySha256()).contains(FIRST.sha256());
        assertThat(persona.editDepth()).isEqualTo(1);
    }

    @Test
    void refusesAPictureThatWasMadeFromAnOldOne() {
        persona.adopt(FIRST, NOW);
        int begun = persona.pictureGeneration();
        persona.adopt(SECOND, NOW);

        assertThatThrownBy(() -> persona.show(begun, FIRST, persona.appearance(), 1, NOW))
                .isInstanceOf(StalePictureException.class);
        assertThat(persona.picture()).contains(SECOND);
    }

    @Test
    void maturePicturesNeedAnAttestedAdult() {
        Appearance looks = persona.appearance();

        assertThatThrownBy(() -> new NewPersona("Rin", "", looks, null, false, true))
                .hasMessage("mature_allowed needs adult_attested to be true");
        assertThat(persona.matureAllowed()).isFalse();
    }

    private Optional<AppearanceRevision> change(Operation operation, String what) {
        AppearanceChange change = new AppearanceChange(Facet.OUTFIT, operation, what, "");
        return persona.change(List.of(change), Cause.turn(UUID.randomUUID(), UUID.randomUUID(), 0), NOW);
    }
}
