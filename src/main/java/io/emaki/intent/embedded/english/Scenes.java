package io.emaki.intent.embedded.english;

import io.emaki.intent.embedded.text.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words scenes as "a beach at sunset": time and weather behind the place. */
final class Scenes {

    private static final Surroundings SURROUNDINGS = Surroundings.beside(Scenes.class, true);
    private static final Pattern BLANKS = Pattern.compile(
            "(?:,? ?\\b(?:at|in|by|during|on|under|before|after|of|with)(?: the| an?| heavy| early| late)* |, ?)?\0+(?: sky| weather)?");
    private static final Pattern EDGES = Pattern.compile("^[,;\\s]+|[,;\\s]+$");

    /** More times than a picture can show tell of their passing. */
    private static final int MOST = 2;

    private Scenes() {}

    /**
     * A place with the time and weather that its sentence tells of.
     *
     * @param before the scene so far told, whose time and weather go on unless the sentence tells others
     */
    static String at(String place, String told, String before) {
        List<String> words = new ArrayList<>(SURROUNDINGS.told(told));
        if (words.isEmpty()) {
            words.addAll(SURROUNDINGS.told(before));
        }
        words.removeAll(SURROUNDINGS.told(place));
        return words.isEmpty() ? place : place + " " + String.join(" ", words);
    }

    /** The scene as it is now that time, weather or light have changed; empty when nothing tells how. */
    static String now(String scene, String told) {
        List<String> words = SURROUNDINGS.told(told);
        if (words.isEmpty() || words.size() > MOST) {
            return "";
        }
        String rest = BLANKS.matcher(SURROUNDINGS.without(scene)).replaceAll("");
        String place = EDGES.matcher(rest).replaceAll("").replaceAll(" {2,}", " ");
        String around = String.join(" ", words);
        return place.isEmpty() ? around : place + " " + around;
    }
}
