package io.emaki.world;

/** Hair colour as adjectives ("red"); {@link #rgb()} is the colour in daylight. */
public enum HairColour {
    BLACK(0x2B2733, Words.of("black|raven", "黒い|真っ黒な", "黑色")),
    BROWN(0x6E4329, Words.of("brown|chestnut", "茶色い|茶色の", "棕色|褐色")),
    BLONDE(0xF0CE6E, Words.of("blonde|golden", "金色の|ブロンドの", "金色")),
    RED(0xBE3A28, Words.of("red|scarlet", "赤い", "红色")),
    SILVER(0xD3D8E4, Words.of("silver|white|grey", "銀色の|銀の", "银色|白色")),
    BLUE(0x3A66CE, Words.of("blue", "青い", "蓝色")),
    PINK(0xF594BA, Words.of("pink", "ピンクの|桃色の", "粉色|粉红色")),
    GREEN(0x3FA06A, Words.of("green", "緑の|緑色の", "绿色")),
    PURPLE(0x8450BA, Words.of("purple|violet", "紫の|紫色の", "紫色"));

    private final int rgb;
    private final Words words;

    HairColour(int rgb, Words words) {
        this.rgb = rgb;
        this.words = words;
    }

    int rgb() {
        return rgb;
    }

    public Words words() {
        return words;
    }
}
