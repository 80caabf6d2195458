package io.emaki.world;

import static io.emaki.world.Sky.lit;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The scenes under an open sky that nature made. The brush paints in daylight colours: the time's tint is in the colours. */
final class Landscapes {

    private Landscapes() {}

    static void forest(Brush b, TimeOfDay t, Dice d) {
        Sky.draw(b, t, d, 170);
        int haze = Sky.haze(t);
        for (int layer = 0; layer < 3; layer++) {
            int leaf = Rgb.mix(lit(0x2F8A4C, t), haze, 0.5 - layer * 0.22);
            double base = 176 + layer * 9;
            for (int i = 0; i < 8; i++) {
                double x = i * 38 - 10 + layer * 17 + d.between(-7, 7);
                double r = 24 + layer * 4 + d.between(-3, 4);
                b.rect(x - 3.4, base - 44, 6.8, 54, Rgb.mix(lit(0x6B4630, t), haze, 0.45 - layer * 0.2));
                double y = base - 62 - layer * 4;
                b.fade(
                        Shapes.blob(
                                x - r,
                                y + 12,
                                x - r * 0.9,
                                y - 10,
                                x - r * 0.3,
                                y - r,
                                x + r * 0.4,
                                y - r * 0.92,
                                x + r * 0.95,
                                y - 8,
                                x + r,
                                y + 12,
                                x + r * 0.4,
                                y + 22,
                                x - r * 0.4,
                                y + 22),
                        y - r,
                        Rgb.light(leaf, 0.16),
                        y + 24,
                        Rgb.dark(leaf, 0.25));
            }
        }
        ground(b, 186, lit(0x7CBE5E, t), lit(0x3F8A48, t));
        b.fade(
                Shapes.svg("M112 187 C120 205 80 226 60 256 L214 256 C190 226 146 205 134 187 Z"),
                186,
                lit(0xE4CC96, t),
                256,
                lit(0xC09A66, t));
        tufts(b, d, lit(0x2F7A3C, t), 14);
        bigTree(b, t, -2, 1);
        bigTree(b, t, 258, -1);
    }

    private static void bigTree(Brush b, TimeOfDay t, double x, double side) {
        var place = b.place();
        b.at(x, 0);
        b.stretch(side, 1);
        b.fade(Shapes.svg("M-14 0 L16 0 C12 80 14 170 24 216 L-14 220 Z"), 0, lit(0x5A3A28, t), 220, lit(0x7A5238, t));
        b.line(Shapes.svg("M4 40 C2 90 4 150 8 200 M-4 20 C-6 80 -4 140 -4 200"), lit(0x45291C, t), 1.6);
        int leaf = lit(0x2F8446, t);
        b.fade(
                Shapes.blob(-20, -10, 30, -12, 52, 8, 44, 26, 34, 38, 20, 34, 10, 50, -6, 44, -20, 56),
                -10,
                Rgb.dark(leaf, 0.3),
                50,
                leaf);
        b.back(place);
    }

    static void snow(Brush b, TimeOfDay t, Dice d) {
        Sky.draw(b, t, d, 190);
        peak(b, t, 40, 74, 100, 0.45);
        peak(b, t, 232, 66, 104, 0.45);
        peak(b, t, 138 + d.between(-8, 8), 36, 116, 0.15);
        b.fade(
                Shapes.svg("M0 186 C40 172 80 184 120 180 C170 174 210 182 256 172 L256 256 L0 256 Z"),
                176,
                lit(0xEAF2FB, t),
                256,
                lit(0xC6D9EE, t));
        for (int i = 0; i < 9; i++) {
            double x = i * 30 + d.between(-8, 8);
            pine(b, t, x, 192 + d.between(-5, 3), (i > 1 && i < 6 ? 0.62 : 0.95) + d.between(-0.06, 0.08));
        }
        b.fade(
                Shapes.svg("M0 204 C60 192 120 208 180 200 C210 196 240 200 256 196 L256 256 L0 256 Z"),
                196,
                lit(0xFFFFFF, t),
                256,
                lit(0xCFE0F2, t));
        for (int i = 0; i < 34; i++) {
            double r = d.between(0.8, 1.9);
            b.disc(
                    d.between(0, 256),
                    d.between(0, 250),
                    r,
                    r,
                    lit(0xFFFFFF, t == TimeOfDay.NIGHT ? TimeOfDay.DAY : t),
                    d.between(0.45, 0.85));
        }
    }

    private static void peak(Brush b, TimeOfDay t, double x, double top, double half, double far) {
        int rock = Rgb.mix(lit(0x7B8CAC, t), Sky.haze(t), far);
        int cap = Rgb.mix(lit(0xFBFDFF, t), Sky.haze(t), far * 0.5);
        b.fade(Shapes.polygon(x - half, 200, x, top, x + half, 200), top, rock, 200, Rgb.mix(rock, Sky.haze(t), 0.4));
        b.fill(Shapes.polygon(x - half, 200, x, top, x - half * 0.12, 200), Rgb.dark(rock, 0.2), 0.8);
        double h = (200 - top) * 0.4;
        double w = half * 0.4;
        b.fill(
                Shapes.polygon(
                        x,
                        top,
                        x + w,
                        top + h,
                        x + w * 0.45,
                        top + h * 0.78,
                        x + w * 0.1,
                        top + h * 1.1,
                        x - w * 0.4,
                        top + h * 0.8,
                        x - w,
                        top + h),
                cap);
        b.fill(
                Shapes.polygon(x, top, x - w * 0.05, top + h, x - w * 0.4, top + h * 0.8, x - w, top + h),
                Rgb.mix(cap, rock, 0.35));
    }

    private static void pine(Brush b, TimeOfDay t, double x, double base, double size) {
        var place = b.place();
        b.at(x, base, size);
        b.rect(-3, -10, 6, 14, lit(0x5C4030, t));
        for (int i = 0; i < 3; i++) {
            double y = -6 - i * 18;
            double w = 22 - i * 5;
            b.fade(Shapes.polygon(-w, y, 0, y - 30, w, y), y - 30, lit(0x3F7F6C, t), y, lit(0x235848, t));
            b.fill(
                    Shapes.polygon(
                            -w * 0.62, y - 11, 0, y - 30, w * 0.62, y - 11, w * 0.25, y - 14, 0, y - 9, -w * 0.3,
                            y - 14),
                    lit(0xF6FAFF, t));
        }
        b.back(place);
    }

    static void beach(Brush b, TimeOfDay t, Dice d) {
        Sky.draw(b, t, d, 150);
        b.fade(
                Shapes.svg("M150 142 C170 126 196 120 214 128 C236 124 256 132 266 142 Z"),
                120,
                Rgb.mix(lit(0x5C9A6A, t), Sky.haze(t), 0.35),
                144,
                Rgb.mix(lit(0x5C9A6A, t), Sky.haze(t), 0.55));
        b.fade(new Rectangle2D.Double(0, 141, 256, 60), 141, lit(0x2C8FD0, t), 198, lit(0x6FDCDC, t));
        if (t != TimeOfDay.DAY) {
            int path = t == TimeOfDay.SUNSET ? 0xFFE0A0 : 0xDCE6FF;
            for (int i = 0; i < 7; i++) {
                b.disc(208 + d.between(-5, 5), 146 + i * 7.5, 7 + i * 2.6, 1.3, path, 0.62);
            }
        }
        for (int i = 0; i < 12; i++) {
            double y = 148 + i * 4;
            double x = d.between(0, 240);
            b.line(x, y, x + 14 + i, y, Rgb.light(lit(0x9FE4F0, t), 0.2), 1.1);
        }
        b.fade(
                Shapes.svg("M0 190 C50 200 90 186 140 193 C190 200 220 190 256 194 L256 256 L0 256 Z"),
                190,
                lit(0xFFFFFF, t),
                198,
                lit(0xFFFFFF, t));
        b.fade(
                Shapes.svg("M0 194 C50 204 90 191 140 198 C190 204 220 195 256 199 L256 256 L0 256 Z"),
                194,
                lit(0xE6C78E, t),
                256,
                lit(0xF8E4B4, t));
        palm(b, t, 18 + d.between(-3, 3));
        b.ball(
                Shapes.polygon(
                        226, 248, 229, 243, 235, 243, 231, 239, 233, 233, 228, 236, 223, 233, 224, 239, 220, 243, 225,
                        243),
                lit(0xF27C5E, t));
        b.ball(Brush.disc(40, 247, 6, 3.6), lit(0xFBE8E0, t));
    }

    private static void palm(Brush b, TimeOfDay t, double x) {
        var place = b.place();
        b.at(x, 0);
        b.fade(
                Shapes.svg("M-8 212 C-10 160 -2 110 12 74 L19 76 C8 112 2 160 6 212 Z"),
                74,
                lit(0x9A6E48, t),
                212,
                lit(0x7A5236, t));
        b.line(
                Shapes.svg("M-6 190 L4 188 M-5 170 L5 168 M-3 150 L7 148 M0 130 L10 128 M4 110 L13 108 M8 92 L17 90"),
                lit(0x5E3E28, t),
                1.5);
        int leaf = lit(0x35A060, t);
        String[] fronds = {
            "M15 76 C-4 52 -26 54 -44 70 C-24 66 -6 70 15 80 Z",
            "M15 76 C4 44 -18 34 -36 40 C-16 46 0 58 15 78 Z",
            "M15 76 C24 44 46 36 62 44 C44 48 28 60 15 78 Z",
            "M15 76 C36 56 58 62 68 80 C50 70 34 72 15 80 Z",
            "M15 76 C10 50 14 34 24 24 C26 42 24 60 17 78 Z"
        };
        for (String f : fronds) {
            b.cel(Shapes.svg(f), leaf);
        }
        b.ball(Brush.disc(12, 81, 4.6, 4.6), lit(0x7A4A2C, t));
        b.ball(Brush.disc(20, 81, 4.6, 4.6), lit(0x7A4A2C, t));
        b.back(place);
    }

    static void desert(Brush b, TimeOfDay t, Dice d) {
        Sky.draw(b, t, d, 180);
        int far = Rgb.mix(lit(0xC98A5C, t), Sky.haze(t), 0.35);
        b.fade(
                Shapes.svg("M-4 176 L4 128 L40 126 L48 176 Z M150 176 L160 112 L178 110 L182 124 L214 122 L224 176 Z"),
                110,
                far,
                176,
                Rgb.mix(far, Sky.haze(t), 0.3));
        b.line(Shapes.svg("M2 142 L44 140 M158 130 L216 134 M156 146 L220 150"), Rgb.dark(far, 0.25), 1.4);
        dune(b, t, "M0 176 C40 150 90 160 128 178 C170 156 220 150 256 170 L256 256 L0 256 Z", 0xEBBE7A, 0xD89C58, 152);
        dune(b, t, "M0 196 C30 186 60 200 110 204 C160 184 214 178 256 196 L256 256 L0 256 Z", 0xF4D08C, 0xDFA862, 180);
        dune(b, t, "M0 214 C60 200 120 222 256 208 L256 256 L0 256 Z", 0xF8DA9C, 0xE4B26C, 206);
        cactus(b, t, 26 + d.between(-4, 4), 206, 1.0);
        cactus(b, t, 160 + d.between(-6, 6), 186, 0.5);
        b.line(
                Shapes.svg(
                        "M150 232 C180 226 210 230 240 226 M10 236 C30 232 50 236 66 232 M170 246 C190 242 214 244 230 242"),
                lit(0xCF9A58, t),
                1.3);
    }

    private static void dune(Brush b, TimeOfDay t, String shape, int top, int bottom, double y) {
        b.fade(Shapes.svg(shape), y, lit(top, t), y + 56, lit(bottom, t));
    }

    private static void cactus(Brush b, TimeOfDay t, double x, double base, double size) {
        var place = b.place();
        b.at(x, base, size);
        int green = lit(0x3E9A5C, t);
        b.limb(new double[] {4, -36, 20, -38, 20, -58}, 8, 9, 9, green);
        b.limb(new double[] {-4, -26, -19, -27, -19, -50}, 8, 9, 9, green);
        b.limb(new double[] {0, 2, 0, -38, 0, -80}, 14, 14, 13, green);
        b.line(Shapes.svg("M-3 -2 L-3 -78 M3 -2 L3 -78"), Rgb.dark(green, 0.25), 1.1);
        b.disc(0, -87, 4, 3.4, lit(0xF27CA0, t));
        b.back(place);
    }

    static void ground(Brush b, double y, int top, int bottom) {
        Path2D p = new Path2D.Double();
        p.moveTo(0, y + 2);
        p.curveTo(60, y - 5, 120, y + 5, 170, y);
        p.curveTo(205, y - 4, 230, y + 3, 256, y - 1);
        p.lineTo(256, 256);
        p.lineTo(0, 256);
        p.closePath();
        b.fade(p, y, top, 256, bottom);
    }

    static void tufts(Brush b, Dice d, int rgb, int count) {
        for (int i = 0; i < count; i++) {
            double x = d.between(0, 256);
            double y = d.between(200, 252);
            Path2D p = new Path2D.Double();
            p.moveTo(x - 4, y);
            p.lineTo(x - 5, y - 6);
            p.moveTo(x, y);
            p.lineTo(x, y - 8);
            p.moveTo(x + 4, y);
            p.lineTo(x + 5, y - 6);
            b.line(p, rgb, 1.3);
        }
    }
}
