package io.emaki.intent.embedded;

import io.emaki.intent.Op;
import io.emaki.intent.PersonaView;
import io.emaki.intent.embedded.lexicon.Rule;
import io.emaki.intent.embedded.lexicon.TaggedText;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The persona's present looks; what repeats them is no news. */
final class KnownState {

    private final String outfit;
    private final String scene;
    private final TaggedText pose;
    private final List<String> companions;

    KnownState(PersonaView persona, Function<String, TaggedText> tagger) {
        this.outfit = persona.outfit().toLowerCase(Locale.ROOT);
        this.scene = persona.scene().toLowerCase(Locale.ROOT);
        this.pose = tagger.apply(persona.pose());
        this.companions = persona.companions().stream()
                .map(companion -> companion.toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * @param matched the tagged words that the rule matched
     * @param thing the noun that the rule names, or the match where it names none
     */
    boolean isNews(Rule rule, String matched, String thing, String description) {
        String noun = thing.toLowerCase(Locale.ROOT);
        return switch (rule.axis()) {
            case POSE -> matched.chars().noneMatch(letter -> isTag(letter) && pose.contains((char) letter));
            case SCENE -> !scene.contains(noun) && !scene.contains(description.toLowerCase(Locale.ROOT));
            case OUTFIT ->
                rule.op() == Op.REMOVE
                        || !outfit.contains(rule.op() == Op.ADD ? noun : description.toLowerCase(Locale.ROOT));
            case COMPANION ->
                rule.op() == Op.REMOVE
                        ? companions.stream().anyMatch(companion -> shares(companion, noun))
                        : companions.stream().noneMatch(companion -> shares(companion, noun));
        };
    }

    private static boolean shares(String companion, String noun) {
        return companion.contains(noun) || noun.contains(companion);
    }

    private static boolean isTag(int letter) {
        return letter >= 0xE000 && letter < 0xF8FF;
    }
}
