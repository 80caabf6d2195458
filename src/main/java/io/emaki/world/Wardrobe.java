package io.emaki.world;

import java.awt.geom.Path2D;

/** Draws what is worn on the torso. Vertical places are those of a standing figure; the caller has moved the brush by the drop. */
final class Wardrobe {

    private static final Path2D TORSO =
            Shapes.svg("M-6.5 90 C-11 93 -16.5 94 -19 98.5 C-18.5 108 -15 119 -12.5 130 C-13.5 138 -16.5 144 -17.5 153 "
                    + "L17.5 153 C16.5 144 13.5 138 12.5 130 C15 119 18.5 108 19 98.5 C16.5 94 11 93 6.5 90 Z");
    private static final Path2D SLEEVELESS = Shapes.svg(
            "M-16.5 96 L-11.5 95 C-9 107 9 107 11.5 95 L16.5 96 C17.5 106 15 119 12.8 132 L-12.8 132 C-15 119 -17.5 106 -16.5 96 Z");
    private static final Path2D STRAPLESS = Shapes.svg(
            "M-17.5 105 C-12 100 -4 101 0 106 C4 101 12 100 17.5 105 C17 115 14.5 122 12.8 132 L-12.8 132 C-14.5 122 -17 115 -17.5 105 Z");
    private static final Path2D JACKET =
            Shapes.svg("M-7 90 C-12 93 -18 94 -20.5 99 C-20 110 -17 120 -14.5 131 C-15.5 142 -18.5 152 -19 162 L19 162 "
                    + "C18.5 152 15.5 142 14.5 131 C17 120 20 110 20.5 99 C18 94 12 93 7 90 Z");
    private static final Path2D LOOSE = Shapes.svg(
            "M-8 90 C-14 92 -20 94 -22 100 C-22 115 -21 138 -22.5 154 C-14 158 14 158 22.5 154 C21 138 22 115 22 100 C20 94 14 92 8 90 Z");
    private static final Path2D TEE = Shapes.svg(
            "M-7 91 C-12 93 -18 94 -20.5 99 C-19.5 112 -17.5 134 -18.5 150 L18.5 150 C17.5 134 19.5 112 20.5 99 C18 94 12 93 7 91 C5 97 -5 97 -7 91 Z");
    private static final Path2D SHIRT_FRONT = Shapes.svg("M-6.5 90 L6.5 90 L0 122 Z");
    private static final Path2D LAPELS = Shapes.svg(
            "M-7 89 L-13 100 L-8.5 104 L-11 107 L0 126 L-2.5 112 Z M7 89 L13 100 L8.5 104 L11 107 L0 126 L2.5 112 Z");

    private Wardrobe() {}

    static void behind(Brush b, Outfit outfit, Cloth c, Stance s) {
        if (outfit == Outfit.ARMOR) {
            double foot = Stance.GROUND - s.drop() - (s.legs() == Stance.Legs.LEAPING ? 46 : 8);
            double wide = s.legs() == Stance.Legs.LEAPING ? 46 : 37;
            Path2D cape = new Path2D.Double();
            cape.moveTo(-17, 96);
            cape.curveTo(-28, 112, -wide, foot - 40, -wide - 2, foot);
            cape.curveTo(-wide * 0.5, foot + 6, -10, foot - 2, 0, foot + 3);
            cape.curveTo(10, foot - 2, wide * 0.5, foot + 6, wide + 2, foot);
            cape.curveTo(wide, foot - 40, 28, 112, 17, 96);
            cape.closePath();
            b.cel(cape, Rgb.dark(c.base(), 0.12));
        } else if (outfit == Outfit.HOODIE) {
            b.cel(Shapes.svg("M-18 99 C-26 84 -16 76 0 76 C16 76 26 84 18 99 Z"), c.shade());
        }
    }

    /** Everything on the torso; the brush has moved down by the drop. */
    static void torso(Brush b, Outfit outfit, Cloth c, int skin) {
        switch (outfit) {
            case DRESS -> {
                bare(b, skin);
                b.cel(SLEEVELESS, c.base());
                b.line(Shapes.svg("M-11.5 95.5 C-9 107 9 107 11.5 95.5"), c.trim(), 1.8);
                b.line(Shapes.svg("M-5 110 C-4 116 -4 120 -5 126 M6 110 C5 116 5 120 5 126"), c.shade(), 1);
            }
            case GOWN -> {
                bare(b, skin);
                b.cel(STRAPLESS, c.base());
                b.line(Shapes.svg("M-17.5 105 C-12 100 -4 101 0 106 C4 101 12 100 17.5 105"), c.accent(), 2);
                b.line(Shapes.svg("M-8 93 C-6 100 6 100 8 93"), 0x8A5A10, 2);
                b.line(Shapes.svg("M-8 93 C-6 100 6 100 8 93"), 0xFFDC78, 1.2);
                b.disc(0, 100, 2.2, 2.4, 0x52D6F2);
            }
            case KIMONO -> {
                bare(b, skin);
                b.cel(JACKET, c.base());
                b.fill(Shapes.svg("M-6.5 90 L6.5 90 L1 104 Z"), skin);
                b.line(Shapes.svg("M7 90 L-9 122"), Cloth.LINEN, 5);
                b.line(Shapes.svg("M-7 90 L12 124"), Cloth.LINEN, 6);
                b.line(Shapes.svg("M-9.5 90 L10 126"), c.shade(), 3);
                b.cel(Shapes.svg("M-16 122 L16 122 L16.5 145 L-16.5 145 Z"), c.accent());
                b.rect(-16, 131.5, 32, 4, 0xC43A4C);
                b.disc(0, 133.5, 3.4, 3.4, Cloth.LINEN);
            }
            case SUIT -> {
                b.cel(JACKET, c.base());
                b.fill(SHIRT_FRONT, Cloth.LINEN);
                int tie =
                        c.base() == OutfitColour.RED.rgb() || c.base() == OutfitColour.PINK.rgb() ? 0x2B3A72 : 0xB8263A;
                b.fill(Shapes.svg("M-2.4 92 L2.4 92 L1.6 95.5 L3.4 114 L0 120 L-3.4 114 L-1.6 95.5 Z"), tie);
                b.cel(LAPELS, Rgb.light(c.base(), 0.1));
                b.line(0, 126, 0, 161, c.shade(), 1.3);
                b.disc(2.6, 131, 1.5, 1.5, c.trim());
                b.disc(2.6, 140, 1.5, 1.5, c.trim());
                b.fill(Shapes.polygon(8, 112, 14, 110, 14, 115, 9, 116), Cloth.LINEN);
            }
            case HOODIE -> {
                b.cel(LOOSE, c.base());
                b.cel(Shapes.svg("M-14 92 C-10 104 10 104 14 92 C12 110 -12 110 -14 92 Z"), c.shade());
                b.cel(Shapes.svg("M-11 132 L11 132 L16 148 L-16 148 Z"), Rgb.dark(c.base(), 0.12));
                b.line(-4, 104, -4.6, 118, c.trim(), 1.7);
                b.line(4, 104, 4.6, 117, c.trim(), 1.7);
                b.cel(Shapes.svg("M-22.5 151 C-14 155 14 155 22.5 151 L22 158 C14 161 -14 161 -22 158 Z"), c.shade());
            }
            case ARMOR -> {
                b.cel(TORSO, 0x8E99AF);
                b.cel(
                        Shapes.svg(
                                "M-16 95 C-8 99 8 99 16 95 C20 108 16 122 12 130 L-12 130 C-16 122 -20 108 -16 95 Z"),
                        Cloth.STEEL);
                b.line(
                        Shapes.svg("M-12 101 C-6 104 -3 110 0 116 C3 110 6 104 12 101"),
                        Rgb.light(Cloth.STEEL, 0.6),
                        1.4);
                b.cel(Shapes.svg("M-9 130 L-20 134 L-22 154 L-10 157 Z M9 130 L20 134 L22 154 L10 157 Z"), 0x9FAAC0);
                b.cel(Shapes.svg("M-8 98 L8 98 L8.5 130 L11 170 L0 177 L-11 170 L-8.5 130 Z"), c.base());
                b.line(Shapes.svg("M-5.6 101 L-6.2 130 L-8 167 L0 172.5 L8 167 L6.2 130 L5.6 101"), c.accent(), 1.4);
                b.rect(-13.5, 127, 27, 6, 0x6A4428);
                b.round(-4, 126, 8, 8, 2, Cloth.GOLD);
                b.fill(Shapes.svg("M0 105 L4.6 110 L0 119 L-4.6 110 Z"), c.accent());
            }
            case ROBE -> {
                b.cel(JACKET, c.base());
                b.line(0, 100, 0, 134, c.accent(), 3);
                b.cel(
                        Shapes.svg(
                                "M-8 89 C-20 92 -26 100 -27 111 C-14 118 -6 116 0 123 C6 116 14 118 27 111 C26 100 20 92 8 89 C4 95 -4 95 -8 89 Z"),
                        Rgb.dark(c.base(), 0.16));
                b.line(Shapes.svg("M-27 111 C-14 118 -6 116 0 123 C6 116 14 118 27 111"), c.accent(), 2);
                b.disc(0, 101, 3.6, 3.6, 0x7A4A10);
                b.disc(0, 101, 2.6, 2.6, 0x58E0F0);
                b.rect(-14.8, 130, 29.6, 5.5, 0x6A4428);
                b.round(-4, 129, 8, 7.5, 2, Cloth.GOLD);
            }
            case COAT -> {
                b.cel(JACKET, c.base());
                b.fill(Shapes.svg("M-8 90 L8 90 L0 118 Z"), 0xF2E6CC);
                b.cel(LAPELS, Rgb.light(c.base(), 0.1));
                b.line(1, 126, 1, 162, c.shade(), 1.4);
                for (int y = 118; y <= 152; y += 17) {
                    b.disc(-8, y, 1.9, 1.9, c.accent());
                    b.disc(9, y, 1.9, 1.9, c.accent());
                }
            }
            case T_SHIRT -> {
                bare(b, skin);
                b.cel(Shapes.svg("M-17 140 L17 140 L18 157 L-18 157 Z"), 0x5578B8);
                b.cel(TEE, c.base());
                b.line(Shapes.svg("M-7 91.5 C-5 97.5 5 97.5 7 91.5"), c.trim(), 1.8);
                b.fill(star(0, 117, 9), c.trim());
                b.line(star(0, 117, 9), c.shade(), 1);
            }
            case MAID -> {
                b.cel(TORSO, c.base());
                b.cel(Shapes.svg("M-10 100 C-6 105 6 105 10 100 L11 131 L-11 131 Z"), Cloth.LINEN);
                b.line(Shapes.svg("M-12 96 L-10 130 M12 96 L10 130"), 0xF4F5FC, 4.4);
                b.line(Shapes.svg("M-14.4 96 L-12.4 130 M14.4 96 L12.4 130"), 0xBFC4DA, 1);
                b.cel(Shapes.svg("M-8 90 L0 97 L8 90 L11 96 L2 102 L-2 102 L-11 96 Z"), Cloth.LINEN);
                b.cel(
                        Shapes.svg("M0 100 L-7 96 L-7 105 Z M0 100 L7 96 L7 105 Z"),
                        c.base() == OutfitColour.WHITE.rgb() ? 0x4A5270 : c.shade());
            }
        }
    }

    private static void bare(Brush b, int skin) {
        b.cel(TORSO, skin);
    }

    private static Path2D star(double x, double y, double r) {
        double[] xy = new double[20];
        for (int i = 0; i < 10; i++) {
            double a = StrictMath.PI * (i * 0.2 - 0.5);
            double d = i % 2 == 0 ? r : r * 0.45;
            xy[2 * i] = x + d * StrictMath.cos(a);
            xy[2 * i + 1] = y + d * StrictMath.sin(a);
        }
        return Shapes.polygon(xy);
    }
}
