package io.emaki.intent.gate;

import io.emaki.intent.TurnGate;
import io.emaki.intent.TurnText;
import io.emaki.intent.VisualChangeDetector;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Goes by form rather than by words, which are without number: narration may change anything, speech alone changes little. Speech
 * passes when it reports as a fact what has just been done, or when the embedded detector finds something in it.
 */
public final class FormGate implements TurnGate {

    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(the|a|an|and|i|i'm|you|it|it's|is|to|of|in|on|my|me|that|this|no|not|what|so|we)\\b");
    private static final Pattern WORD = Pattern.compile("\\p{IsLatin}+");
    /** Shorter texts need not have any of the commonest words. */
    private static final int TELLING_WORDS = 4;

    private final Speech english = Speech.read("/io/emaki/intent/gate/english.txt");
    private final Speech japanese = Speech.read("/io/emaki/intent/gate/japanese.txt");
    private final Speech chinese = Speech.read("/io/emaki/intent/gate/chinese.txt");
    private final VisualChangeDetector embedded;

    public FormGate(VisualChangeDetector embedded) {
        this.embedded = embedded;
    }

    @Override
    public boolean mayChange(TurnText turn) {
        TurnForm form = TurnForm.of(turn.text());
        List<Speech> languages = languages(form.story());
        if (form.isEmpty()) {
            return false;
        }
        if (turn.speaker().equals("narrator")) {
            String persona = turn.persona().name();
            return languages.stream().noneMatch(one -> one.isElsewhere(form.story(), persona));
        }
        boolean narrates =
                form.narration().stream().anyMatch(piece -> languages.stream().noneMatch(one -> one.isSmall(piece)));
        if (form.forSoftware() && !narrates) {
            return false;
        }
        return narrates
                || form.announced()
                || form.told()
                || languages.isEmpty()
                || languages.stream()
                        .anyMatch(
                                one -> one.reports(form.story(), turn.persona().name()))
                || !embedded.detect(turn).changes().isEmpty();
    }

    /** Those that the text may be in; none when it is in another one, of which nothing is known. */
    private List<Speech> languages(String text) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(letter -> scripts.add(UnicodeScript.of(letter)));
        boolean kana = scripts.contains(UnicodeScript.HIRAGANA) || scripts.contains(UnicodeScript.KATAKANA);
        boolean han = scripts.contains(UnicodeScript.HAN);
        List<Speech> found = new ArrayList<>();
        if (kana || han) {
            // Short Japanese notes may be without kana.
            found.add(japanese);
        }
        if (han && !kana) {
            found.add(chinese);
        }
        if (!kana && !han && scripts.contains(UnicodeScript.LATIN) && isEnglish(text)) {
            found.add(english);
        }
        scripts.removeAll(EnumSet.of(
                UnicodeScript.HIRAGANA,
                UnicodeScript.KATAKANA,
                UnicodeScript.HAN,
                UnicodeScript.LATIN,
                UnicodeScript.COMMON,
                UnicodeScript.INHERITED));
        return scripts.isEmpty() ? found : List.of();
    }

    private static boolean isEnglish(String text) {
        return ENGLISH.matcher(text).find()
                || WORD.matcher(text).results().limit(TELLING_WORDS).count() < TELLING_WORDS;
    }
}
