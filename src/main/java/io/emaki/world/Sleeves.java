package io.emaki.world;

/** Draws an arm in the sleeve of its outfit; joints are shoulder, elbow, hand. */
final class Sleeves {

    private Sleeves() {}

    static void draw(Brush b, Outfit outfit, Cloth c, int skin, double[] arm) {
        switch (outfit) {
            case DRESS -> bare(b, arm, skin);
            case GOWN -> {
                bare(b, arm, skin);
                double[] glove = {
                    arm[2], arm[3], between(arm[2], arm[4], 0.5), between(arm[3], arm[5], 0.5), arm[4], arm[5]
                };
                int satin = Rgb.light(c.base(), 0.3);
                b.limb(glove, 9.4, 8.6, 7.6, satin);
                hand(b, arm, satin);
            }
            case KIMONO, ROBE -> {
                double[] end = shorten(arm, 0.78);
                hand(b, arm, skin);
                b.limb(end, 13, 15, 23, c.base());
                double ex = end[4];
                double ey = end[5];
                b.disc(between(ex, arm[4], 0.55), between(ey, arm[5], 0.55), 6.4, 6.4, c.shade());
                b.line(
                        Brush.disc(between(ex, arm[4], 0.55), between(ey, arm[5], 0.55), 6.4, 6.4),
                        outfit == Outfit.ROBE ? c.accent() : c.trim(),
                        1.7);
                hand(b, arm, skin);
            }
            case SUIT, COAT -> {
                hand(b, arm, skin);
                b.limb(shorten(arm, 0.86), 13, 12, outfit == Outfit.COAT ? 12 : 10.5, c.base());
                cuff(b, arm, outfit == Outfit.SUIT ? Cloth.LINEN : Rgb.dark(c.base(), 0.38), 10.5);
            }
            case HOODIE -> {
                hand(b, arm, skin);
                b.limb(shorten(arm, 0.84), 15, 14, 13, c.base());
                cuff(b, arm, c.shade(), 11);
            }
            case ARMOR -> {
                b.limb(arm, 11, 10, 9, 0x8892A8);
                b.limb(
                        new double[] {
                            arm[2],
                            arm[3],
                            between(arm[2], arm[4], 0.4),
                            between(arm[3], arm[5], 0.4),
                            between(arm[2], arm[4], 0.8),
                            between(arm[3], arm[5], 0.8)
                        },
                        11.5,
                        11.5,
                        10.5,
                        Cloth.STEEL);
                hand(b, arm, 0x8892A8);
                b.ball(Brush.disc(arm[0] + Math.signum(arm[0]) * 1.5, arm[1] + 0.5, 10, 9), Cloth.STEEL);
                b.line(Brush.disc(arm[0] + Math.signum(arm[0]) * 1.5, arm[1] + 0.5, 6.5, 5.6), c.base(), 2.2);
            }
            case T_SHIRT -> {
                bare(b, arm, skin);
                double[] top = {
                    arm[0],
                    arm[1],
                    between(arm[0], arm[2], 0.35),
                    between(arm[1], arm[3], 0.35),
                    between(arm[0], arm[2], 0.68),
                    between(arm[1], arm[3], 0.68)
                };
                b.limb(top, 13, 13.5, 13.5, c.base());
            }
            case MAID -> {
                bare(b, arm, skin);
                b.ball(Brush.disc(between(arm[0], arm[2], 0.22), between(arm[1], arm[3], 0.22), 9.6, 9.4), c.base());
                cuff(b, arm, Cloth.LINEN, 9.5);
            }
        }
    }

    private static void bare(Brush b, double[] arm, int skin) {
        b.limb(arm, 10, 8.6, 7, skin);
        hand(b, arm, skin);
    }

    private static void hand(Brush b, double[] arm, int rgb) {
        b.ball(Brush.disc(arm[4], arm[5], 4.9, 5.1), rgb);
    }

    private static void cuff(Brush b, double[] arm, int rgb, double width) {
        double x0 = between(arm[2], arm[4], 0.72);
        double y0 = between(arm[3], arm[5], 0.72);
        double x1 = between(arm[2], arm[4], 0.8);
        double y1 = between(arm[3], arm[5], 0.8);
        b.limb(new double[] {x0, y0, (x0 + x1) / 2, (y0 + y1) / 2, x1, y1}, width, width, width, rgb);
    }

    private static double[] shorten(double[] arm, double share) {
        return new double[] {
            arm[0], arm[1], arm[2], arm[3], between(arm[2], arm[4], share), between(arm[3], arm[5], share)
        };
    }

    private static double between(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
