package io.emaki.world;

import java.awt.geom.Path2D;

/** The outline of a skirt, and its folds, as the legs of each pose shape it. */
final class Skirt {

    private Skirt() {}

    /**
     * @param hem height of the hem of a standing figure, 170 (above the knee) to 236 (ground)
     * @param flare half the width at the hem
     */
    static Path2D outline(Stance stance, double hem, double flare) {
        double w = 130 + stance.drop();
        boolean floor = hem > 210;
        Path2D p = new Path2D.Double();
        switch (stance.legs()) {
            case STRAIGHT -> {
                p.moveTo(-12.5, w);
                p.curveTo(-15, w + 12, -flare * 0.78, hem - 30, -flare, hem - 3);
                p.curveTo(-flare * 0.6, hem + 3, -flare * 0.35, hem - 1, -flare * 0.1, hem + 2);
                p.curveTo(flare * 0.3, hem + 4, flare * 0.6, hem - 1, flare, hem - 3);
                p.curveTo(flare * 0.78, hem - 30, 15, w + 12, 12.5, w);
            }
            case SEATED -> {
                double drape = floor ? 234 : 206 + (hem - 170) * 0.3;
                double spread = (flare - 20) * 0.25;
                p.moveTo(-12.5, w);
                p.curveTo(-18, w + 12, -36, w + 10, -46, w + 19);
                p.curveTo(-51 - spread, w + 26, -50 - spread, drape - 8, -50 - spread, drape);
                p.curveTo(-40, drape + 4, -26, drape + 1, -13 + spread, drape + 3);
                p.curveTo(-10, drape - 8, -8, 216, -2, 212);
                p.curveTo(10, 210, 20, 210, 24, 203);
                p.curveTo(24, 190, 16, w + 10, 12.5, w);
            }
            case FOLDED -> {
                double wide = 33 + (flare - 18) * 0.5;
                p.moveTo(-12.5, w);
                p.curveTo(-20, w + 10, -wide + 4, 216, -wide, 234);
                p.curveTo(-wide + 4, 244, -10, 242, 0, 240);
                p.curveTo(10, 242, wide - 4, 244, wide, 234);
                p.curveTo(wide - 4, 216, 20, w + 10, 12.5, w);
            }
            case LEAPING -> {
                double low = floor ? 200 : 158 + (hem - 170) * 0.5;
                double wide = flare * 1.08 + 3;
                p.moveTo(-12.5, w);
                p.curveTo(-16, w + 10, -wide * 0.8, low - 24, -wide, low - 6);
                p.curveTo(-wide * 0.6, low + 4, -wide * 0.3, low - 3, 0, low + 3);
                p.curveTo(wide * 0.35, low + 5, wide * 0.6, low - 2, wide, low - 8);
                p.curveTo(wide * 0.8, low - 26, 16, w + 10, 12.5, w);
            }
        }
        p.closePath();
        return p;
    }

    static Path2D folds(Stance stance, double hem, double flare) {
        double w = 130 + stance.drop();
        Path2D p = new Path2D.Double();
        switch (stance.legs()) {
            case STRAIGHT, LEAPING -> {
                double low = stance.legs() == Stance.Legs.LEAPING ? (hem > 210 ? 196 : 154 + (hem - 170) * 0.5) : hem;
                for (double t : new double[] {-0.62, -0.2, 0.25, 0.62}) {
                    p.moveTo(t * 14, w + 16);
                    p.quadTo(t * flare * 0.6, (w + low) / 2 + 6, t * flare, low - 3);
                }
            }
            case SEATED -> {
                p.moveTo(-8, w + 14);
                p.quadTo(-26, w + 20, -42, w + 24);
                p.moveTo(-34, w + 30);
                p.lineTo(-36, 206);
                p.moveTo(-20, w + 32);
                p.lineTo(-20, 206);
            }
            case FOLDED -> {
                p.moveTo(-6, w + 14);
                p.quadTo(-14, 222, -20, 236);
                p.moveTo(6, w + 14);
                p.quadTo(14, 222, 20, 236);
                p.moveTo(0, w + 20);
                p.lineTo(0, 236);
            }
        }
        return p;
    }
}
