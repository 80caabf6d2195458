package io.emaki.world;

/** What is worn on the head; {@link #NONE}'s words are never part of a caption. */
public enum Accessory {
    NONE(Words.of("no accessory", "アクセサリーなし", "没有配饰")),
    GLASSES(Words.of("glasses|round glasses|spectacles", "眼鏡|丸い眼鏡|メガネ", "眼镜|圆框眼镜")),
    EARRINGS(Words.of("earrings|gold earrings", "イヤリング|金のイヤリング", "耳环|金耳环")),
    RIBBON(Words.of("a hair ribbon|a red ribbon in {p} hair|a red bow", "髪のリボン|赤いリボン", "发带|红色蝴蝶结")),
    FLOWER(Words.of("a flower in {p} hair|a white flower in {p} hair", "髪の花飾り|白い花の髪飾り", "头上的花|白色发花")),
    HEADPHONES(Words.of("headphones|big headphones", "ヘッドホン", "耳机|头戴式耳机"));

    private final Words words;

    Accessory(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
