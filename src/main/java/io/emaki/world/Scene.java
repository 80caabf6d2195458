package io.emaki.world;

/** Place behind the avatar. English phrases carry their preposition: {@code in@a forest} is "in a forest", noun "a forest". */
public enum Scene {
    FOREST(false, Words.of("in@a forest|in@the woods|in@a green forest", "森|森の中", "森林|树林")),
    SNOW(
            false,
            Words.of(
                    "in@the snowy mountains|on@a snowy mountain|in@a snowy forest|in@the snow", "雪山|雪の山|雪景色", "雪山|雪地")),
    BEACH(false, Words.of("on@a beach|at@the beach|by@the sea|at@the seaside", "海辺|砂浜|ビーチ", "海滩|海边|沙滩")),
    DESERT(false, Words.of("in@a desert|in@the desert|among@sand dunes", "砂漠", "沙漠")),
    CITY(
            false,
            Words.of("in@a city street|in@the city|on@a city street|downtown in@the city", "街|街中|都会の通り", "城市|城市街道|街上")),
    CASTLE(false, Words.of("in front of@a castle|at@a castle|in@a castle courtyard", "城|城の前|お城", "城堡|城堡前")),
    GARDEN(
            false,
            Words.of(
                    "in@a cherry blossom garden|under@cherry blossoms|in@a shrine garden",
                    "桜の庭|神社の庭|桜の下",
                    "樱花园|神社庭院|樱花树下")),
    LIBRARY(true, Words.of("in@a library|in@the library|among@bookshelves", "図書館|図書室", "图书馆|书房")),
    TAVERN(true, Words.of("in@a tavern|at@the tavern|in@an inn|in@a pub", "酒場|居酒屋|宿屋", "酒馆|客栈|酒吧")),
    SPACE_STATION(
            true, Words.of("on@a space station|aboard@a spaceship|in@a space station", "宇宙ステーション|宇宙船", "空间站|太空站|宇宙飞船"));

    private final boolean indoor;
    private final Words words;

    Scene(boolean indoor, Words words) {
        this.indoor = indoor;
        this.words = words;
    }

    boolean indoor() {
        return indoor;
    }

    public Words words() {
        return words;
    }
}
