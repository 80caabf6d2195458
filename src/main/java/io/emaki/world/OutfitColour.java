package io.emaki.world;

/** Main colour of the outfit. */
public enum OutfitColour {
    RED(0xD0303A, Words.of("red|crimson|scarlet", "赤い|真っ赤な", "红色")),
    BLUE(0x3560D2, Words.of("blue|royal blue", "青い", "蓝色")),
    GREEN(0x2F9A57, Words.of("green|emerald", "緑の|緑色の", "绿色")),
    BLACK(0x34343F, Words.of("black", "黒い|真っ黒な", "黑色")),
    WHITE(0xF4F4F8, Words.of("white", "白い|真っ白な", "白色")),
    YELLOW(0xF4C838, Words.of("yellow", "黄色い", "黄色")),
    PURPLE(0x8240B4, Words.of("purple|violet", "紫の|紫色の", "紫色")),
    PINK(0xF58CB6, Words.of("pink", "ピンクの|桃色の", "粉色|粉红色"));

    private final int rgb;
    private final Words words;

    OutfitColour(int rgb, Words words) {
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
