package io.emaki.illustration;

import io.emaki.persona.Appearance;
import io.emaki.persona.Persona;
import io.emaki.persona.Personas;
import io.emaki.persona.ShownPicture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides what an edit starts from. Each edit of an edit loses a little of who the persona is, so after a few of them, and
 * when a chapter begins, it starts from the identity picture again, with the whole appearance spelled out.
 */
@Component
class OrderWriter {

    private final InstructionWriter instructions;
    private final ContentPolicy policy;
    private final Personas personas;
    private final IllustrationSettings.Edits settings;

    OrderWriter(
            InstructionWriter instructions, ContentPolicy policy, Personas personas, IllustrationSettings settings) {
        this.instructions = instructions;
        this.policy = policy;
        this.personas = personas;
        this.settings = settings.illustration();
    }

    /** @throws RefusedException when the persona must not be drawn like this */
    EditOrder write(EditJob job, Persona persona) {
        policy.requireDrawable(persona);
        Appearance wanted = persona.appearance();
        String current = persona.picture().map(ShownPicture::sha256).orElse(null);
        String identity = persona.identitySha256().orElse(null);
        Appearance known = persona.identityAppearance().orElse(null);
        if (current != null && identity != null && known != null && isDue(job, persona)) {
            return order(job, persona, known, instructions.anew(known, wanted), identity, 1);
        }
        Appearance shown = persona.shown().orElse(null);
        return current == null || shown == null
                ? order(job, persona, null, instructions.portrait(persona, wanted), null, 0)
                : order(job, persona, shown, instructions.edit(shown, wanted), current, persona.editDepth() + 1);
    }

    private boolean isDue(EditJob job, Persona persona) {
        int most = settings.reanchorAfter();
        boolean worn = most > 0 && persona.editDepth() >= most;
        return worn || job.occasion() == Occasion.CHAPTER && persona.editDepth() > 0;
    }

    private EditOrder order(
            EditJob job,
            Persona persona,
            @Nullable Appearance before,
            String instruction,
            @Nullable String base,
            int depth) {
        String stack = persona.loraStack().orElse(null);
        List<String> references = new ArrayList<>();
        if (base != null) {
            references.add(base);
            references.addAll(personas.companionPictures(persona, settings.companionReferences()));
        }
        return new EditOrder(
                job.id(),
                job.attempts(),
                job.startedAt().orElseThrow(),
                persona.id(),
                job.revisionId().orElse(null),
                persona.pictureGeneration(),
                before,
                persona.appearance(),
                instruction,
                references,
                persona.identitySha256().orElse(null),
                stack,
                Seed.of(instruction, references.isEmpty() ? null : String.join("+", references), stack),
                depth);
    }
}
