package io.emaki.illustration;

import io.emaki.persona.Appearance;
import io.emaki.persona.AppearanceDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An edit instruction under way, each of its sentences in the language of what it names. */
final class EditSentences {

    private final InstructionTemplates templates;
    private final String context;
    private final List<String> sentences = new ArrayList<>();
    private @Nullable Wording last;

    /** @param context all that is said of how the persona looks, which helps to tell languages apart */
    EditSentences(InstructionTemplates templates, String context) {
        this.templates = templates;
        this.context = context;
    }

    /** Nothing is added where there are no things. */
    void add(Function<Wording.Edit, String> sentence, String name, List<String> things) {
        Wording wording = wording(String.join("", things));
        String text = InstructionTemplates.about(sentence.apply(wording.edit()), name, wording.list(things));
        if (!text.isEmpty()) {
            append(wording, text);
        }
    }

    void dress(Function<Wording.Edit, String> sentence, Appearance wanted, AppearanceDifference difference) {
        List<String> named = wanted.outfit().isEmpty() ? difference.takenOff() : wanted.outfit();
        Wording wording = wording(String.join("", named));
        append(
                wording,
                InstructionTemplates.fill(
                        sentence.apply(wording.edit()),
                        Map.of(
                                "added", wording.list(difference.putOn()),
                                "removed", wording.list(difference.takenOff()),
                                "outfit", InstructionWriter.worn(wording, wanted))));
    }

    String andKeepTheRest() {
        Wording wording = last == null ? templates.en() : last;
        append(wording, wording.edit().keep());
        return String.join("", sentences);
    }

    private Wording wording(String words) {
        return templates.in(InstructionLanguage.of(words, context));
    }

    private void append(Wording wording, String sentence) {
        if (!sentences.isEmpty()) {
            sentences.add(wording.betweenSentences());
        }
        sentences.add(sentence);
        last = wording;
    }
}
