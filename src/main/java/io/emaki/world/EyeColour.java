package io.emaki.world;

/** Colour of the irises. */
public enum EyeColour {
    BROWN(0x7A4524, Words.of("brown eyes", "茶色の瞳|茶色の目", "棕色眼睛|褐色的眼睛")),
    BLUE(0x2F7BEA, Words.of("blue eyes", "青い瞳|青い目", "蓝色眼睛|蓝眼睛")),
    GREEN(0x2EA653, Words.of("green eyes", "緑の瞳|緑色の目", "绿色眼睛|绿眼睛")),
    VIOLET(0xB43CD2, Words.of("violet eyes|purple eyes", "紫の瞳|紫色の目", "紫色眼睛|紫眼睛")),
    AMBER(0xF2A51E, Words.of("amber eyes|golden eyes|yellow eyes", "琥珀色の瞳|金色の目", "琥珀色眼睛|金色眼睛"));

    private final int rgb;
    private final Words words;

    EyeColour(int rgb, Words words) {
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
