package io.emaki.persona.web;

import io.emaki.media.MediaLinks;
import io.emaki.persona.Persona;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A persona as it is shown.
 *
 * @param appearance what the story has reached
 * @param shownAppearance what the picture shows; another one while an edit is due
 */
record PersonaView(
        UUID id,
        String name,
        String description,
        AppearanceView appearance,
        @Nullable AppearanceView shownAppearance,
        @Nullable PictureView picture,
        @Nullable String identitySha256,
        @Nullable String loraStack,
        boolean adultAttested,
        boolean matureAllowed,
        @Nullable UUID revisionId,
        @Nullable UUID storyId,
        List<String> frozen,
        long cooldownSeconds,
        @Nullable Integer dailyEdits,
        int editDepth,
        Instant createdAt,
        Instant updatedAt) {

    static PersonaView of(Persona persona, MediaLinks links) {
        return new PersonaView(
                persona.id(),
                persona.name(),
                persona.description(),
                AppearanceView.of(persona.appearance()),
                persona.shown().map(AppearanceView::of).orElse(null),
                persona.picture().map(picture -> PictureView.of(picture, links)).orElse(null),
                persona.identitySha256().orElse(null),
                persona.loraStack().orElse(null),
                persona.adultAttested(),
                persona.matureAllowed(),
                persona.revisionId().orElse(null),
                persona.storyId().orElse(null),
                persona.frozen().stream()
                        .sorted()
                        .map(facet -> facet.name().toLowerCase(Locale.ROOT))
                        .toList(),
                persona.cooldown().toSeconds(),
                persona.dailyEdits().isPresent() ? persona.dailyEdits().getAsInt() : null,
                persona.editDepth(),
                persona.createdAt(),
                persona.updatedAt());
    }
}
