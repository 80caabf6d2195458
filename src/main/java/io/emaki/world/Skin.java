package io.emaki.world;

/** Skin tone; {@link #rgb()} is the colour in daylight. */
public enum Skin {
    PALE(0xFFEFE6, Words.of("pale skin|porcelain skin", "色白の肌|白い肌", "苍白的皮肤|白皙的皮肤")),
    FAIR(0xF7C9A3, Words.of("fair skin|light skin", "薄い色の肌|明るい肌", "浅色皮肤|浅肤色")),
    GOLDEN(0xDFA25E, Words.of("golden skin|honey-coloured skin", "小麦色の肌", "小麦色皮肤")),
    TAN(0xB97A48, Words.of("tan skin|tanned skin", "日焼けした肌", "晒黑的皮肤|古铜色皮肤")),
    BROWN(0x8A5232, Words.of("brown skin", "褐色の肌", "棕色皮肤|褐色皮肤")),
    DARK(0x523228, Words.of("dark skin|deep brown skin", "黒い肌|濃い褐色の肌", "黑色皮肤|深色皮肤"));

    private final int rgb;
    private final Words words;

    Skin(int rgb, Words words) {
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
