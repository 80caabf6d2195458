package io.emaki.illustration;

import io.emaki.persona.Appearance;
import io.emaki.persona.AppearanceDifference;
import io.emaki.persona.Persona;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the way from what a picture shows to what it should show into words for the picture model. */
@Component
class InstructionWriter {

    private final InstructionTemplates templates;

    InstructionWriter(IllustrationSettings settings) {
        this.templates = InstructionTemplates.read(Path.of(settings.promptsDir()));
    }

    /** Only what differs, each sentence in the language of what it names; the rest of the picture is to stay. */
    String edit(Appearance shown, Appearance wanted) {
        EditSentences sentences = new EditSentences(templates, said(shown) + said(wanted));
        AppearanceDifference difference = wanted.since(shown);
        outfit(difference, wanted, sentences);
        if (difference.newScene()) {
            sentences.add(Wording.Edit::scene, "scene", List.of(wanted.scene()));
        }
        if (difference.newPose()) {
            sentences.add(Wording.Edit::pose, "pose", List.of(wanted.pose()));
        }
        sentences.add(Wording.Edit::companionRemove, "left", difference.left());
        sentences.add(Wording.Edit::companionAdd, "joined", difference.joined());
        return sentences.andKeepTheRest();
    }

    /** The whole wanted appearance, for an edit of the identity picture: what looks the same there is said as well. */
    String anew(Appearance identity, Appearance wanted) {
        Wording wording = templates.in(InstructionLanguage.of(said(wanted), said(wanted)));
        Wording.Picture picture = wording.picture();
        List<String> left = wanted.since(identity).left();
        String gone = wanted.companions().isEmpty()
                ? left.isEmpty() ? "" : picture.alone()
                : InstructionTemplates.about(picture.gone(), "left", wording.list(left));
        return picture(wording, picture.again(), wanted, gone);
    }

    /** A first picture, from who the persona is and everything known of how they look. */
    String portrait(Persona persona, Appearance wanted) {
        String who = persona.description().isBlank() ? persona.name() : persona.description();
        Wording wording = templates.in(InstructionLanguage.of(who + said(wanted), who + said(wanted)));
        String first = InstructionTemplates.fill(
                wording.picture().first(), Map.of("description", who.strip().replaceFirst("[.。、，,]+$", "")));
        return picture(wording, first, wanted, "");
    }

    private static String picture(Wording wording, String start, Appearance wanted, String gone) {
        Wording.Picture picture = wording.picture();
        String clauses = Stream.of(
                        InstructionTemplates.about(picture.outfit(), "outfit", worn(wording, wanted)),
                        InstructionTemplates.about(picture.scene(), "scene", wanted.scene()),
                        InstructionTemplates.about(picture.pose(), "pose", wanted.pose()),
                        InstructionTemplates.about(
                                picture.companions(), "companions", wording.list(wanted.companions())),
                        gone)
                .filter(clause -> !clause.isEmpty())
                .collect(Collectors.joining(wording.betweenClauses()));
        return start + clauses + picture.end();
    }

    private void outfit(AppearanceDifference difference, Appearance wanted, EditSentences sentences) {
        boolean on = !difference.putOn().isEmpty();
        boolean off = !difference.takenOff().isEmpty();
        if (on && off || off && wanted.outfit().isEmpty()) {
            sentences.dress(Wording.Edit::outfitSet, wanted, difference);
        } else if (on) {
            boolean all = wanted.outfit().size() == difference.putOn().size();
            sentences.dress(all ? Wording.Edit::outfitSet : Wording.Edit::outfitAdd, wanted, difference);
        } else if (off) {
            sentences.dress(Wording.Edit::outfitRemove, wanted, difference);
        }
    }

    static String worn(Wording wording, Appearance wanted) {
        return wanted.outfit().isEmpty() ? wording.plainOutfit() : wording.list(wanted.outfit());
    }

    private static String said(Appearance appearance) {
        return appearance.outfitText()
                + appearance.scene()
                + appearance.pose()
                + String.join("", appearance.companions());
    }
}
