package io.emaki.illustration;

import io.emaki.persona.Appearance;
import io.emaki.persona.AppearanceDifference;
import io.emaki.persona.Persona;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the way from what a picture shows to what it should show into words for the picture model. */
@Component
class InstructionWriter {

    private final InstructionTemplates templates;

    InstructionWriter(IllustrationSettings settings) {
        this.templates = InstructionTemplates.read(Path.of(settings.promptsDir()));
    }

    /** Only what differs; the rest of the picture is to stay. */
    String edit(Appearance shown, Appearance wanted) {
        AppearanceDifference difference = wanted.since(shown);
        InstructionTemplates.Edit edit = templates.edit();
        List<String> sentences = new ArrayList<>();
        outfit(difference, wanted, sentences);
        if (difference.newScene()) {
            sentences.add(InstructionTemplates.about(edit.scene(), "scene", wanted.scene()));
        }
        if (difference.newPose()) {
            sentences.add(InstructionTemplates.about(edit.pose(), "pose", wanted.pose()));
        }
        if (!difference.left().isEmpty()) {
            sentences.add(InstructionTemplates.about(edit.companionRemove(), "left", list(difference.left())));
        }
        if (!difference.joined().isEmpty()) {
            sentences.add(InstructionTemplates.about(edit.companionAdd(), "joined", list(difference.joined())));
        }
        sentences.add(edit.keep());
        return joined(sentences);
    }

    /** The whole wanted appearance, for an edit of the identity picture: what looks the same there is said as well. */
    String anew(Appearance identity, Appearance wanted) {
        AppearanceDifference difference = wanted.since(identity);
        InstructionTemplates.Edit edit = templates.edit();
        List<String> sentences = new ArrayList<>();
        sentences.add(InstructionTemplates.about(edit.outfitSet(), "outfit", worn(wanted)));
        sentences.add(InstructionTemplates.about(edit.scene(), "scene", wanted.scene()));
        sentences.add(InstructionTemplates.about(edit.pose(), "pose", wanted.pose()));
        sentences.add(InstructionTemplates.about(edit.companionRemove(), "left", list(difference.left())));
        sentences.add(InstructionTemplates.about(edit.companionAdd(), "joined", list(difference.joined())));
        sentences.add(edit.keep());
        return joined(sentences);
    }

    private void outfit(AppearanceDifference difference, Appearance wanted, List<String> sentences) {
        InstructionTemplates.Edit edit = templates.edit();
        boolean on = !difference.putOn().isEmpty();
        boolean off = !difference.takenOff().isEmpty();
        if (on && off || off && wanted.outfit().isEmpty()) {
            sentences.add(InstructionTemplates.about(edit.outfitSet(), "outfit", worn(wanted)));
        } else if (on) {
            String template = wanted.outfit().size() == difference.putOn().size() ? edit.outfitSet() : edit.outfitAdd();
            sentences.add(InstructionTemplates.fill(
                    template, Map.of("added", list(difference.putOn()), "outfit", worn(wanted))));
        } else if (off) {
            sentences.add(InstructionTemplates.fill(
                    edit.outfitRemove(), Map.of("removed", list(difference.takenOff()), "outfit", worn(wanted))));
        }
    }

    /** A first picture, from who the persona is and everything known of how they look. */
    String portrait(Persona persona) {
        Appearance wanted = persona.appearance();
        InstructionTemplates.Portrait portrait = templates.portrait();
        String who = persona.description().isBlank() ? persona.name() : persona.description();
        return joined(List.of(
                InstructionTemplates.about(portrait.who(), "description", who),
                InstructionTemplates.about(portrait.outfit(), "outfit", worn(wanted)),
                InstructionTemplates.about(portrait.scene(), "scene", wanted.scene()),
                InstructionTemplates.about(portrait.pose(), "pose", wanted.pose()),
                InstructionTemplates.about(portrait.companions(), "companions", list(wanted.companions()))));
    }

    private String worn(Appearance wanted) {
        return wanted.outfit().isEmpty() ? templates.plainOutfit() : list(wanted.outfit());
    }

    private static String list(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    private static String joined(List<String> sentences) {
        return String.join(
                " ", sentences.stream().filter(sentence -> !sentence.isBlank()).toList());
    }
}
