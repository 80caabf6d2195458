package io.emaki.intent.embedded.chinese;

import io.emaki.intent.embedded.text.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words scenes as 黄昏的海滩: time and weather before the place. */
final class Scenes {

    private static final Surroundings SURROUNDINGS = Surroundings.beside(Scenes.class, false);
    private static final Pattern BLANKS = Pattern.compile("[，、]?\0+(?:时分|时|的|中|里|下|，|、)*");
    private static final Pattern EDGES = Pattern.compile("^[的，、\\s]+|[的，、\\s]+$");

    private Scenes() {}

    /**
     * A place with the time and weather that its sentence tells of.
     *
     * @param before the scene so far told, whose time and weather go on unless the sentence tells others
     * @param scene where the persona is, for a phrase that names no place but a time
     */
    static String at(String place, String told, String before, String scene) {
        if (place(place).isEmpty()) {
            String now = now(scene, told);
            return now.isEmpty() ? place : now;
        }
        List<String> words = new ArrayList<>(SURROUNDINGS.told(told));
        if (words.isEmpty()) {
            words.addAll(SURROUNDINGS.told(before));
        }
        words.removeAll(SURROUNDINGS.told(place));
        words.removeIf(place::contains);
        return words.isEmpty() ? place : String.join("", words) + "的" + place;
    }

    /** The scene as it is now that time, weather or light have changed; empty when nothing tells how. */
    static String now(String scene, String told) {
        List<String> words = SURROUNDINGS.told(told);
        if (words.isEmpty()) {
            return "";
        }
        String place = place(scene);
        String around = String.join("", words);
        return place.isEmpty() ? around : around + "的" + place;
    }

    private static String place(String scene) {
        String rest = BLANKS.matcher(SURROUNDINGS.without(scene)).replaceAll("");
        return EDGES.matcher(rest).replaceAll("");
    }
}
