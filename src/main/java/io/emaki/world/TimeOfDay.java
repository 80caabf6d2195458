package io.emaki.world;

/** Time of day; English phrases carry their preposition. */
public enum TimeOfDay {
    DAY(Words.of("during the day|in daylight|by day|in the daytime", "昼|昼間", "白天")),
    SUNSET(Words.of("at sunset|at dusk|in the evening", "夕方|夕暮れ|夕焼け", "日落时|傍晚|黄昏")),
    NIGHT(Words.of("at night|by night|at midnight", "夜|深夜", "夜晚|晚上|夜里"));

    private final Words words;

    TimeOfDay(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
