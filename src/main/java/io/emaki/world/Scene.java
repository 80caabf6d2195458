package io.emaki.world;

/** Place behind the avatar. English phrases carry their preposition: {@code in@a forest} is "in a forest", noun "a forest". */
public enum Scene {
    FOREST(false, Words.of("in@a forest|in@the woods|in@a green forest|among@the trees", "森|森の中|林", "森林|树林")),
    SNOW(
            false,
            Words.of(
                    "in@the snowy mountains|on@a snowy mountain|in@a snowy forest|in@the snow|in@the winter mountains",
                    "雪山|雪の山|雪景色|雪原|雪の森",
                    "雪山|雪地|雪林")),
    BEACH(
            false,
            Words.of("on@a beach|at@the beach|by@the sea|at@the seaside|at@the ocean", "海辺|砂浜|ビーチ|海", "海滩|海边|沙滩|大海")),
    DESERT(false, Words.of("in@a desert|in@the desert|among@sand dunes|among@the dunes", "砂漠", "沙漠")),
    CITY(
            false,
            Words.of(
                    "in@a city street|in@the city|on@a city street|in@town|on@the street|downtown in@the city",
                    "街|街中|町|都会の通り",
                    "城市|城市街道|街上|街道")),
    CASTLE(
            false,
            Words.of(
                    "in front of@a castle|at@a castle|in@a castle courtyard|at@the castle|in front of@a palace",
                    "城|城の前|お城|宮殿",
                    "城堡|城堡前|宫殿")),
    GARDEN(
            false,
            Words.of(
                    "in@a cherry blossom garden|under@cherry blossoms|in@a shrine garden|at@a shrine|in@a Japanese garden|in@a garden|in@a park",
                    "桜の庭|神社の庭|桜の下|神社|庭園|公園",
                    "樱花园|神社庭院|樱花树下|神社|花园|公园")),
    LIBRARY(true, Words.of("in@a library|in@the library|among@bookshelves|in@a study", "図書館|図書室|書斎", "图书馆|书房")),
    TAVERN(true, Words.of("in@a tavern|at@the tavern|in@an inn|in@a pub|in@a bar", "酒場|居酒屋|宿屋", "酒馆|客栈|酒吧")),
    SPACE_STATION(
            true,
            Words.of(
                    "on@a space station|aboard@a spaceship|on@a spaceship|in@space|in@a space station",
                    "宇宙ステーション|宇宙船|宇宙",
                    "空间站|太空站|太空|宇宙飞船"));

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
