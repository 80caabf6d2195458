package io.emaki.illustration;

import io.emaki.media.MediaLinks;
import io.emaki.persona.Appearance;
import io.emaki.persona.AppearanceChange;
import io.emaki.persona.AppearanceRevision;
import io.emaki.persona.Persona;
import io.emaki.persona.Picturing;
import io.emaki.persona.Portrait;
import io.emaki.problem.Require;
import io.emaki.webhook.WebhookEvent;
import io.emaki.webhook.Webhooks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the chat product what became of personas and edits, as part of the caller's transaction. */
@Component
class Announcer {

    private static final int LONGEST_LOOK = 1000;

    private final Webhooks webhooks;
    private final MediaLinks links;

    Announcer(Webhooks webhooks, MediaLinks links) {
        this.webhooks = webhooks;
        this.links = links;
    }

    private record Look(String outfit, String scene, String pose, String companions) {

        static Look of(Appearance looks) {
            return new Look(
                    Require.cut(looks.outfitText(), LONGEST_LOOK),
                    looks.scene(),
                    looks.pose(),
                    Require.cut(String.join(", ", looks.companions()), LONGEST_LOOK));
        }
    }

    private record AppearanceChanged(
            UUID personaId,
            @Nullable UUID storyId,
            @Nullable UUID turnId,
            @Nullable UUID revisionId,
            Look appearance,
            List<ImageUpdated.Change> changes) {}

    private record EditEnded(
            UUID jobId,
            UUID personaId,
            @Nullable UUID storyId,
            @Nullable UUID turnId,
            @Nullable UUID revisionId,
            JobState state,
            String reason) {}

    private record EditRefused(
            UUID personaId,
            @Nullable UUID storyId,
            @Nullable UUID turnId,
            UUID revisionId,
            String reason,
            List<ImageUpdated.Axis> changes) {}

    /** @return the webhook's id, the same for all deliveries that the job can lead to */
    String drawn(
            EditJob job,
            Persona persona,
            Optional<AppearanceRevision> revision,
            Picturing picturing,
            List<AppearanceChange> changes,
            @Nullable String parentPicture) {
        String id = "msg_" + plain(job.id());
        ImageUpdated event =
                ImageUpdated.of(job.id(), persona.id(), revision, picturing, changes, parentPicture, links);
        webhooks.publish(persona.workspaceId(), id, WebhookEvent.PERSONA_IMAGE_UPDATED, event);
        return id;
    }

    /** A picture from before is the current one again; no job made it. */
    void shownAgain(Persona persona, Optional<AppearanceRevision> revision, Portrait portrait, String parentPicture) {
        Picturing picturing = Picturing.again(portrait, persona.appearance());
        webhooks.publish(
                persona.workspaceId(),
                "msg_" + plain(UUID.randomUUID()),
                WebhookEvent.PERSONA_IMAGE_UPDATED,
                ImageUpdated.of(null, persona.id(), revision, picturing, List.of(), parentPicture, links));
    }

    /** @param revision where the persona is now; empty for how it was made */
    void changed(Persona persona, Optional<AppearanceRevision> revision) {
        webhooks.publish(
                persona.workspaceId(),
                "msg_" + plain(UUID.randomUUID()),
                WebhookEvent.PERSONA_APPEARANCE_CHANGED,
                new AppearanceChanged(
                        persona.id(),
                        persona.storyId().orElse(null),
                        revision.map(made -> made.cause().turn()).orElse(null),
                        revision.map(AppearanceRevision::id).orElse(null),
                        Look.of(persona.appearance()),
                        revision.map(made -> ImageUpdated.changes(made.changes()))
                                .orElse(List.of())));
    }

    /** The job ended without a picture. */
    void failed(EditJob job) {
        webhooks.publish(
                job.workspaceId(),
                "msg_" + plain(job.id()) + "_failed",
                WebhookEvent.EDIT_FAILED,
                new EditEnded(
                        job.id(),
                        job.personaId(),
                        job.storyId().orElse(null),
                        job.turnId().orElse(null),
                        job.revisionId().orElse(null),
                        job.state(),
                        job.reason().orElse("")));
    }

    /** What was asked for must not be drawn of the persona. Descriptions are left out; they are what was refused. */
    void refused(UUID workspaceId, AppearanceRevision note) {
        webhooks.publish(
                workspaceId,
                "msg_" + plain(note.id()) + "_refused",
                WebhookEvent.EDIT_REFUSED,
                new EditRefused(
                        note.personaId(),
                        note.cause().story(),
                        note.cause().turn(),
                        note.id(),
                        note.reason().orElse(""),
                        note.changes().stream().map(ImageUpdated.Axis::of).toList()));
    }

    private static String plain(UUID id) {
        return id.toString().replace("-", "");
    }
}
