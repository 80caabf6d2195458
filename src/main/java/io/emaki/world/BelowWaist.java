package io.emaki.world;

import java.awt.geom.Path2D;

/** Draws what is worn on the legs. Places are those of the stance, so the brush stands at the top of the picture. */
final class BelowWaist {

    private BelowWaist() {}

    /** Trousers, stockings or bare legs, and shoes; joints are those of the stance, so the brush stands at the top of the picture. */
    static void legs(Brush b, Outfit outfit, Cloth c, int skin, Stance s) {
        int leg = switch (outfit) {
            case SUIT -> Rgb.dark(c.base(), 0.12);
            case HOODIE -> 0x4663A0;
            case COAT -> 0x3A3C50;
            case ARMOR -> 0x98A3B8;
            case MAID -> 0xEDEDF6;
            default -> skin;
        };
        int shoe = switch (outfit) {
            case DRESS, KIMONO -> 0xB5613C;
            case HOODIE, T_SHIRT -> 0xF4F4F8;
            case ARMOR -> 0x7C879E;
            case COAT, ROBE -> 0x70452C;
            case GOWN -> c.accent();
            default -> 0x2C2A38;
        };
        boolean thick =
                outfit == Outfit.SUIT || outfit == Outfit.HOODIE || outfit == Outfit.COAT || outfit == Outfit.ARMOR;
        if (s.legs() == Stance.Legs.FOLDED) {
            b.ball(Brush.disc(-30, 234, 7, 5), shoe);
            b.ball(Brush.disc(30, 234, 7, 5), shoe);
            b.ball(Shapes.blob(-30, 232, -24, 222, -8, 214, 2, 220, 0, 236, -14, 240), leg);
            b.ball(Shapes.blob(30, 232, 24, 222, 8, 214, -2, 220, 0, 236, 14, 240), leg);
            return;
        }
        leg(b, s, s.rightLeg(), 1, leg, shoe, thick);
        leg(b, s, s.leftLeg(), -1, leg, shoe, thick);
        if (outfit == Outfit.COAT || outfit == Outfit.ARMOR) {
            boot(b, s.leftLeg(), shoe);
            boot(b, s.rightLeg(), shoe);
        }
        if (outfit == Outfit.T_SHIRT) {
            shorts(b, s, s.rightLeg());
            shorts(b, s, s.leftLeg());
        }
    }

    private static void leg(Brush b, Stance s, double[] joints, int side, int leg, int shoe, boolean thick) {
        double x = joints[4];
        double y = joints[5];
        switch (s.legs()) {
            case SEATED -> b.ball(Brush.disc(x - 4, y + 3, 8.5, 4.6), shoe);
            case LEAPING -> b.ball(Brush.disc(x + side * 2.5, y + 2.5, 7, 6), shoe);
            default -> b.ball(Brush.disc(x + side * 2, y + 4.4, 7.6, 4.8), shoe);
        }
        b.limb(joints, thick ? 16 : 14, thick ? 13.5 : 11, thick ? 11.5 : 8, leg);
    }

    private static void boot(Brush b, double[] j, int shoe) {
        double mx = j[2] + (j[4] - j[2]) * 0.45;
        double my = j[3] + (j[5] - j[3]) * 0.45;
        b.limb(new double[] {mx, my, (mx + j[4]) / 2, (my + j[5]) / 2, j[4], j[5]}, 13.5, 12.5, 11, shoe);
    }

    private static void shorts(Brush b, Stance s, double[] j) {
        double t = s.legs() == Stance.Legs.SEATED ? 0.78 : 0.6;
        double x = j[0] + (j[2] - j[0]) * t;
        double y = j[1] + (j[3] - j[1]) * t;
        b.limb(new double[] {j[0], j[1], (j[0] + x) / 2, (j[1] + y) / 2, x, y}, 17, 16.5, 16.5, 0x5578B8);
    }

    /** The skirt part, if any; joints as in {@link #legs}. */
    static void skirt(Brush b, Outfit outfit, Cloth c, Stance s) {
        switch (outfit) {
            case DRESS -> {
                Path2D shape = cloth(b, c, s, 188, 33);
                b.line(shape, c.trim(), 0.9, 0.5);
            }
            case GOWN -> {
                cloth(b, c, s, 236, 42);
                sparkle(b, s, c);
            }
            case KIMONO -> {
                cloth(b, c, s, 231, 21);
                blossoms(b, s, c);
            }
            case ROBE -> {
                Path2D shape = cloth(b, c, s, 235, 31);
                b.line(shape, Cloth.GOLD, 1.6);
                trimLine(b, s, c.accent());
            }
            case MAID -> {
                cloth(b, c, s, 190, 35);
                apron(b, s);
            }
            case COAT -> {
                cloth(b, c, s, 194, 25);
                b.line(coatOpening(s), c.shade(), 1.8);
            }
            default -> {}
        }
    }

    private static Path2D cloth(Brush b, Cloth c, Stance s, double hem, double flare) {
        Path2D shape = Skirt.outline(s, hem, flare);
        b.cel(shape, c.base());
        b.line(Skirt.folds(s, hem, flare), c.shade(), 1.3);
        return shape;
    }

    private static double[] spots(Stance s) {
        return switch (s.legs()) {
            case STRAIGHT -> new double[] {-9, 168, 8, 182, -6, 202, 10, 216, -12, 224};
            case SEATED -> new double[] {-20, 187, -38, 200, -26, 214, -42, 222, 8, 198};
            case FOLDED -> new double[] {-16, 222, 14, 218, -26, 234, 4, 232, 26, 234};
            case LEAPING -> new double[] {-10, 150, 9, 158, -16, 176, 4, 184, 20, 178};
        };
    }

    private static void sparkle(Brush b, Stance s, Cloth c) {
        double[] at = spots(s);
        for (int i = 0; i < at.length; i += 2) {
            b.fill(
                    Shapes.polygon(
                            at[i], at[i + 1] - 3.4, at[i] + 1, at[i + 1], at[i], at[i + 1] + 3.4, at[i] - 1, at[i + 1]),
                    c.accent());
            b.fill(
                    Shapes.polygon(
                            at[i] - 3, at[i + 1], at[i], at[i + 1] - 1, at[i] + 3, at[i + 1], at[i], at[i + 1] + 1),
                    c.accent());
        }
    }

    private static void blossoms(Brush b, Stance s, Cloth c) {
        double[] at = spots(s);
        for (int i = 0; i < at.length; i += 2) {
            for (int k = 0; k < 5; k++) {
                double a = StrictMath.PI * 0.4 * k;
                b.disc(at[i] + 2.4 * StrictMath.cos(a), at[i + 1] + 2.4 * StrictMath.sin(a), 1.7, 1.7, c.trim(), 0.9);
            }
            b.disc(at[i], at[i + 1], 1.2, 1.2, c.accent());
        }
    }

    private static void trimLine(Brush b, Stance s, int rgb) {
        Path2D p = new Path2D.Double();
        double w = 132 + s.drop();
        p.moveTo(0, w);
        switch (s.legs()) {
            case STRAIGHT -> p.lineTo(0, 236);
            case SEATED -> p.curveTo(-10, w + 16, -28, w + 12, -32, 236);
            case FOLDED -> p.lineTo(0, 239);
            case LEAPING -> p.lineTo(0, 200);
        }
        b.line(p, rgb, 3);
    }

    private static Path2D coatOpening(Stance s) {
        double w = 132 + s.drop();
        Path2D p = new Path2D.Double();
        p.moveTo(0, w);
        switch (s.legs()) {
            case STRAIGHT -> p.lineTo(2, 194);
            case SEATED -> p.curveTo(-8, w + 14, -26, w + 14, -32, 212);
            case FOLDED -> p.lineTo(0, 239);
            case LEAPING -> p.lineTo(2, 168);
        }
        return p;
    }

    private static void apron(Brush b, Stance s) {
        double w = 130 + s.drop();
        Path2D p = switch (s.legs()) {
            case STRAIGHT ->
                Shapes.svg("M-10 130 L10 130 C14 146 20 160 21 176 C12 182 -12 182 -21 176 C-20 160 -14 146 -10 130 Z");
            case SEATED ->
                Shapes.svg(
                        "M-11 168 L9 168 C10 180 8 190 2 200 C-8 204 -18 206 -24 206 C-34 206 -40 206 -42 204 C-42 196 -40 190 -34 184 C-26 180 -16 178 -11 168 Z");
            case FOLDED ->
                Shapes.svg("M-10 198 L10 198 C14 210 22 220 23 232 C12 238 -12 238 -23 232 C-22 220 -14 210 -10 198 Z");
            case LEAPING ->
                Shapes.svg("M-10 122 L10 122 C14 134 21 146 23 158 C12 165 -12 165 -23 159 C-21 146 -14 134 -10 122 Z");
        };
        b.cel(p, Cloth.LINEN);
        b.line(p, 0xC9CDE2, 1.6);
        b.rect(-13, w - 1, 26, 4, 0xE3E6F4);
    }
}
