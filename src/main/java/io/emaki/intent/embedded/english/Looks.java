package io.emaki.intent.embedded.english;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import io.emaki.intent.PersonaView;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The persona's present looks; what repeats them is no news. */
final class Looks {

    private static final Map<String, Pattern> POSTURES = Map.of(
            "sitting", Pattern.compile("\\b(sit|sat|seated|perch|strapped in|straddl)"),
            "kneeling", Pattern.compile("\\b(kneel|knelt|on one knee|on (his|her|their) knees)"),
            "lying", Pattern.compile("\\b(lying|lies|lay|reclin|sprawl|prone|curled up|in bed\\b|stretched out)"),
            "crouching", Pattern.compile("\\b(crouch|squat|hunker)"),
            "standing", Pattern.compile("\\b(stand|stood)"),
            "leaning", Pattern.compile("\\b(lean|slouch|propped)"),
            "riding", Pattern.compile("\\b(riding|mounted|in the saddle|on horseback)"),
            "floating", Pattern.compile("\\b(float|hover|levitat)"));

    private static final Set<String> LIMBS =
            Set.of("arm", "elbow", "knee", "fist", "hip", "chin", "leg", "ankle", "hand", "feet");

    private final Set<String> outfit;
    private final Set<String> scene;
    private final String pose;
    private final Set<String> companions = new HashSet<>();
    private final List<String> present;

    Looks(PersonaView persona) {
        this.outfit = words(persona.outfit());
        this.scene = words(persona.scene());
        this.pose = persona.pose().toLowerCase(Locale.ENGLISH);
        persona.companions().forEach(companion -> companions.addAll(words(companion)));
        this.present = persona.companions();
    }

    static Set<String> words(String phrase) {
        Set<String> words = new HashSet<>();
        for (String word : phrase.toLowerCase(Locale.ENGLISH).split("[^\\p{L}\\p{N}'-]+")) {
            words.add(singular(word));
        }
        words.remove("");
        return words;
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    boolean wears(String thing) {
        List<String> words = List.of(thing.split(" "));
        String noun = singular(words.getLast());
        return outfit.stream().anyMatch(word -> word.startsWith(noun) || word.endsWith(noun) && noun.length() > 2);
    }

    boolean hasCompanions() {
        return !present.isEmpty();
    }

    /** The companion of a name, or all of them. */
    String companion(String name) {
        return present.stream()
                .filter(companion -> !name.isEmpty() && words(companion).contains(singular(name)))
                .findFirst()
                .orElse(String.join(", ", present));
    }

    boolean isNews(Rule rule, String thing, String description) {
        return switch (rule.axis()) {
            case OUTFIT -> rule.op() == Op.REMOVE || !wears(thing) || rule.op() == Op.SET && isOtherOutfit(description);
            case SCENE -> thing.isEmpty() || !scene.containsAll(words(thing)) || rule.is("again");
            case POSE -> isOtherPose(rule, description);
            case COMPANION ->
                rule.op() == Op.REMOVE
                        ? !present.isEmpty()
                        : words(thing).stream().noneMatch(companions::contains);
        };
    }

    private boolean isOtherOutfit(String description) {
        Set<String> words = words(description);
        words.removeAll(Set.of("a", "an", "the", "my", "her", "his", "your", "their", "and", "of", "in"));
        return !outfit.containsAll(words);
    }

    private boolean isOtherPose(Rule rule, String description) {
        Pattern posture = POSTURES.get(rule.label());
        if (posture != null) {
            return !posture.matcher(pose).find() || rule.is("moves");
        }
        Set<String> repeated = words(description);
        repeated.retainAll(words(pose));
        Set<String> limbs = new HashSet<>(repeated);
        limbs.retainAll(LIMBS);
        repeated.removeAll(LIMBS);
        return limbs.isEmpty() || repeated.stream().noneMatch(word -> word.length() > 3);
    }

    static boolean isPosture(Axis axis, String label) {
        return axis == Axis.POSE && POSTURES.containsKey(label);
    }
}
