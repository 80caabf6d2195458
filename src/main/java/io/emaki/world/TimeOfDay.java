package io.emaki.world;

/** Time of day; English phrases carry their preposition. */
public enum TimeOfDay {
    DAY(Words.of("during the day|in daylight|by day|in the daytime|on a sunny day|at noon", "昼|昼間|日中", "白天|中午")),
    SUNSET(Words.of("at sunset|at dusk|in the evening|at twilight", "夕方|夕暮れ|夕焼け", "日落时|傍晚|黄昏")),
    NIGHT(Words.of("at night|by night|at midnight", "夜|深夜|真夜中", "夜晚|晚上|夜里|深夜"));

    private final Words words;

    TimeOfDay(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
