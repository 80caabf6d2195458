package io.emaki.intent.embedded.japanese;

import io.emaki.intent.embedded.text.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words scenes as 夜の雪山: time and weather before the place. */
final class Scenes {

    private static final Surroundings SURROUNDINGS = Surroundings.beside(Scenes.class, false);
    private static final Pattern BLANKS = Pattern.compile("[の、]?\0+(?:の中?|、|に)?");
    private static final Pattern EDGES = Pattern.compile("^[の、で\\s]+|[の、\\s]+$");

    private Scenes() {}

    /**
     * A place with the time and weather that its sentence tells of.
     *
     * @param before the scene so far told, whose time and weather go on unless the sentence tells others
     * @param scene where the persona is, for a phrase that names no place but a time
     */
    static String at(String place, String told, String before, String scene) {
        if (place(place).isEmpty()) {
            return now(scene, told);
        }
        List<String> words = new ArrayList<>(SURROUNDINGS.told(told));
        if (words.isEmpty()) {
            words.addAll(SURROUNDINGS.told(before));
        }
        words.removeAll(SURROUNDINGS.told(place));
        words.removeIf(place::contains);
        words.add(place);
        return String.join("の", words);
    }

    /** The scene as it is now that time, weather or light have changed; empty when nothing tells how. */
    static String now(String scene, String told) {
        List<String> words = new ArrayList<>(SURROUNDINGS.told(told));
        if (words.isEmpty()) {
            return "";
        }
        String place = place(scene);
        if (!place.isEmpty()) {
            words.add(place);
        }
        return String.join("の", words);
    }

    private static String place(String scene) {
        String rest = BLANKS.matcher(SURROUNDINGS.without(scene)).replaceAll("");
        return EDGES.matcher(rest).replaceAll("");
    }
}
