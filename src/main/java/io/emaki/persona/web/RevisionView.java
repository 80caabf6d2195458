package io.emaki.persona.web;

import io.emaki.persona.AppearanceChange;
import io.emaki.persona.AppearanceRevision;
import io.emaki.persona.RevisionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

record RevisionView(
        UUID id,
        int number,
        @Nullable UUID parentId,
        CauseView cause,
        List<ChangeView> changes,
        AppearanceView appearance,
        RevisionStatus status,
        @Nullable String reason,
        @Nullable String instruction,
        @Nullable JsonNode parameters,
        @Nullable String pictureSha256,
        @Nullable String parentPictureSha256,
        Instant createdAt,
        @Nullable Instant settledAt) {

    record CauseView(
            String kind, @Nullable UUID storyId, @Nullable UUID turnId, int swipe) {}

    record ChangeView(String axis, String op, String description, String evidence) {

        static ChangeView of(AppearanceChange change) {
            return new ChangeView(
                    change.facet().name().toLowerCase(Locale.ROOT),
                    change.operation().name().toLowerCase(Locale.ROOT),
                    change.description(),
                    change.evidence());
        }
    }

    static RevisionView of(AppearanceRevision revision, JsonMapper json) {
        return new RevisionView(
                revision.id(),
                revision.number(),
                revision.parentId().orElse(null),
                new CauseView(
                        revision.cause().kind().name().toLowerCase(Locale.ROOT),
                        revision.cause().story(),
                        revision.cause().turn(),
                        revision.cause().swipe()),
                revision.changes().stream().map(ChangeView::of).toList(),
                AppearanceView.of(revision.appearance()),
                revision.status(),
                revision.reason().orElse(null),
                revision.instruction().orElse(null),
                revision.parameters().map(json::readTree).orElse(null),
                revision.pictureSha256().orElse(null),
                revision.parentPictureSha256().orElse(null),
                revision.createdAt(),
                revision.settledAt().orElse(null));
    }
}
