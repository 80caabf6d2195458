package io.emaki.intent.embedded.lexicon;

import java.util.Set;

/** Which subject a word of the classes {@code i, you, he, they, we, name} and others is. */
public final class Subjects {

    private Subjects() {}

    public static Subject of(Set<String> classes) {
        if (classes.contains("name")) {
            return Subject.NAMED;
        }
        if (classes.contains("i")) {
            return Subject.FIRST;
        }
        if (classes.contains("you")) {
            return Subject.SECOND;
        }
        if (classes.contains("we")) {
            return Subject.WE;
        }
        return classes.contains("he") || classes.contains("they") ? Subject.THIRD : Subject.OTHER;
    }
}
