package io.emaki.world;

/** The colours of one garment: its own, its shade, and a trim that shows on it. */
record Cloth(int base, int shade, int trim) {

    private static final int CREAM = 0xFFF6E0;
    private static final int SLATE = 0x9AA6C2;
    static final int GOLD = 0xEBBE58;
    static final int STEEL = 0xB4BECF;
    static final int LINEN = 0xFBFBFF;

    static Cloth of(int rgb) {
        boolean pale = (rgb >> 16 & 255) > 228 && (rgb >> 8 & 255) > 228;
        return new Cloth(rgb, Rgb.dark(rgb, 0.3), pale ? SLATE : CREAM);
    }

    /** Yellow cloth takes a plum accent where the others take gold. */
    int accent() {
        boolean golden = (base >> 16 & 255) > 200 && (base & 255) < 100 && (base >> 8 & 255) > 150;
        return golden ? 0x8C3560 : GOLD;
    }
}
