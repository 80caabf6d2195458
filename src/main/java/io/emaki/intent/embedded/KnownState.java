package io.emaki.intent.embedded;

import io.emaki.intent.Op;
import io.emaki.intent.PersonaView;
import io.emaki.intent.embedded.lexicon.Lexicon;
import io.emaki.intent.embedded.lexicon.Rule;
import io.emaki.intent.embedded.lexicon.TaggedText;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The persona's present looks; what repeats them is no news. */
final class KnownState {

    private static final Set<String> POSTURES = Set.of(
            "sit",
            "kneel",
            "lie",
            "crouch",
            "stand",
            "lean",
            "fold",
            "raise",
            "ride",
            "v_sit",
            "v_kneel",
            "v_lie",
            "v_crouch",
            "v_stand",
            "v_lean",
            "v_fold",
            "v_raise",
            "v_ride");

    private final Lexicon lexicon;
    private final String outfit;
    private final String scene;
    private final Set<String> pose;
    private final List<String> companions;

    KnownState(PersonaView persona, Lexicon lexicon, Function<String, TaggedText> tagger) {
        this.lexicon = lexicon;
        this.outfit = persona.outfit().toLowerCase(Locale.ROOT);
        this.scene = persona.scene().toLowerCase(Locale.ROOT);
        this.pose = postures(tagger.apply(persona.pose()).text());
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
            case POSE -> Collections.disjoint(postures(matched), pose);
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

    private Set<String> postures(String tagged) {
        Set<String> found = new HashSet<>();
        for (char letter : tagged.toCharArray()) {
            found.addAll(lexicon.classesOf(letter));
        }
        found.retainAll(POSTURES);
        return found;
    }
}
