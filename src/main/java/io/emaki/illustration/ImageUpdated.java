package io.emaki.illustration;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.emaki.media.MediaLinks;
import io.emaki.persona.AppearanceChange;
import io.emaki.persona.AppearanceRevision;
import io.emaki.persona.Cause;
import io.emaki.persona.Picturing;
import io.emaki.problem.Require;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of the webhook {@code persona.image.updated}. Long texts are cut and only the last ten changes are told, so that
 * the message stays well below the 20 kB that receivers expect.
 *
 * @param changes what happened since the last picture, oldest first
 * @param parameters JSON as {@link DrawnParameters} writes it
 * @param parentPicture SHA-256 of the picture before; null for the first one
 */
record ImageUpdated(
        @Nullable UUID jobId,
        UUID personaId,
        @Nullable UUID storyId,
        @Nullable UUID turnId,
        @Nullable UUID revisionId,
        PictureLink picture,
        List<Change> changes,
        String instruction,
        @JsonRawValue String parameters,
        @Nullable PictureHash parentPicture) {

    private static final int MOST_CHANGES = 10;
    private static final int LONGEST_WORDS = 120;
    private static final int LONGEST_INSTRUCTION = 1500;

    record PictureLink(String url, String sha256, int width, int height) {}

    record PictureHash(String url, String sha256) {}

    record Change(String axis, String op, String description, String evidence) {

        static Change of(AppearanceChange change) {
            return new Change(
                    change.facet().name().toLowerCase(Locale.ROOT),
                    change.operation().name().toLowerCase(Locale.ROOT),
                    shortened(change.description(), LONGEST_WORDS),
                    shortened(change.evidence(), LONGEST_WORDS));
        }
    }

    record Axis(String axis, String op) {

        static Axis of(AppearanceChange change) {
            return new Axis(
                    change.facet().name().toLowerCase(Locale.ROOT),
                    change.operation().name().toLowerCase(Locale.ROOT));
        }
    }

    /** @param jobId null when no job was needed */
    static ImageUpdated of(
            @Nullable UUID jobId,
            UUID personaId,
            Optional<AppearanceRevision> revision,
            Picturing picturing,
            List<AppearanceChange> changes,
            @Nullable String parentPicture,
            MediaLinks links) {
        Optional<Cause> cause = revision.map(AppearanceRevision::cause);
        return new ImageUpdated(
                jobId,
                personaId,
                cause.map(Cause::story).orElse(null),
                cause.map(Cause::turn).orElse(null),
                revision.map(AppearanceRevision::id).orElse(null),
                new PictureLink(
                        links.png(picturing.picture().sha256()),
                        picturing.picture().sha256(),
                        picturing.picture().width(),
                        picturing.picture().height()),
                changes(changes),
                shortened(picturing.instruction(), LONGEST_INSTRUCTION),
                picturing.parameters(),
                parentPicture == null ? null : new PictureHash(links.png(parentPicture), parentPicture));
    }

    /** The last ten. */
    static List<Change> changes(List<AppearanceChange> changes) {
        return changes.stream()
                .skip(Math.max(0, changes.size() - MOST_CHANGES))
                .map(Change::of)
                .toList();
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : Require.cut(text, longest - 1) + "…";
    }
}
