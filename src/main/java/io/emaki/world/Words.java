package io.emaki.world;

import java.util.List;

/** The ways to say one attribute value in each {@link Language}; the first phrase of a list is the plain one. */
public record Words(List<String> english, List<String> japanese, List<String> chinese) {

    public Words {
        if (english.isEmpty() || japanese.isEmpty() || chinese.isEmpty()) {
            throw new IllegalArgumentException("words: every language needs at least one phrase");
        }
    }

    /** Phrases separated by {@code |}. */
    static Words of(String english, String japanese, String chinese) {
        return new Words(split(english), split(japanese), split(chinese));
    }

    public List<String> in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case JAPANESE -> japanese;
            case CHINESE -> chinese;
        };
    }

    private static List<String> split(String phrases) {
        return List.of(phrases.split("\\|"));
    }
}
