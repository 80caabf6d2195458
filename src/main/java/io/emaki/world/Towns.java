package io.emaki.world;

import static io.emaki.world.Sky.lit;

import java.awt.geom.Rectangle2D;

/** The scenes under an open sky that people made. */
final class Towns {

    private static final int[] NEON = {0xFF4FA8, 0x3FE3F5, 0xFFC93C, 0x9B6BFF, 0x56F09A};

    private Towns() {}

    static void city(Brush b, TimeOfDay t, Dice d) {
        Sky.draw(b, t, d, 190);
        for (int i = 0; i < 9; i++) {
            int far = Rgb.mix(lit(0x7386A8, t), Sky.haze(t), 0.5);
            double x = i * 30 - 8 + d.between(-4, 4);
            b.rect(x, 70 + d.between(-22, 30), 25, 140, far);
        }
        int[] walls = {0xB4705A, 0x6C7FA6, 0xD0B48C, 0x8C7AA8, 0x5C8C94};
        block(b, t, d, -6, 40, 52, walls[0], true);
        block(b, t, d, 44, 86, 36, walls[1], false);
        block(b, t, d, 148, 92, 34, walls[3], false);
        block(b, t, d, 180, 60, 40, walls[2], false);
        block(b, t, d, 218, 30, 46, walls[4], true);
        b.fade(new Rectangle2D.Double(0, 196, 256, 60), 196, lit(0x9096A4, t), 256, lit(0x6E7484, t));
        b.fade(Shapes.polygon(60, 256, 112, 196, 140, 196, 196, 256), 196, lit(0x5A6072, t), 256, lit(0x464B5C, t));
        b.line(Shapes.polygon(126, 198, 126, 256), lit(0xF4E9B8, t), 2.2);
        b.rect(0, 194, 256, 4, lit(0xC4C8D2, t));
        lamp(b, t, 66);
        lamp(b, t, 174);
        if (t != TimeOfDay.DAY) {
            b.fade(new Rectangle2D.Double(0, 196, 90, 60), 196, NEON[0], 0.28, 256, NEON[0], 0);
            b.fade(new Rectangle2D.Double(166, 196, 90, 60), 196, NEON[1], 0.28, 256, NEON[1], 0);
        }
    }

    private static void block(Brush b, TimeOfDay t, Dice d, double x, double top, double w, int wall, boolean sign) {
        int face = lit(wall, t);
        b.fade(new Rectangle2D.Double(x, top, w, 198 - top), top, Rgb.light(face, 0.08), 198, Rgb.dark(face, 0.2));
        b.rect(x, top, w * 0.16, 198 - top, Rgb.dark(face, 0.18));
        b.rect(x - 2, top - 3, w + 4, 5, Rgb.dark(face, 0.3));
        int columns = (int) (w / 11);
        for (int row = 0; top + 10 + row * 17 < 168; row++) {
            for (int col = 0; col < columns; col++) {
                boolean on = t == TimeOfDay.NIGHT ? d.chance(0.72) : t == TimeOfDay.SUNSET && d.chance(0.5);
                int pane = on ? 0xFFDE8A : lit(0xA9D4F0, t);
                b.rect(x + 6 + col * (w - 8) / columns, top + 10 + row * 17, 6, 10, pane);
            }
        }
        b.rect(x + 4, 174, w - 8, 22, t == TimeOfDay.DAY ? lit(0x4A5068, t) : 0xFFCF80);
        b.fill(Shapes.polygon(x, 166, x + w, 166, x + w + 3, 176, x - 3, 176), lit(sign ? 0xD8485A : 0x3E9C90, t));
        if (sign) {
            int glow = NEON[x < 100 ? 0 : 1];
            double sx = x < 100 ? x + w - 14 : x + 4;
            if (t != TimeOfDay.DAY) {
                b.glow(sx + 5, 118, 40, glow, 0.55);
            }
            b.round(sx - 2, 92, 15, 54, 5, 0x241C38);
            int on = t == TimeOfDay.DAY ? Rgb.mix(glow, 0xFFFFFF, 0.25) : glow;
            for (int i = 0; i < 3; i++) {
                b.line(
                        Shapes.polygon(
                                sx + 1, 97 + i * 16, sx + 10, 97 + i * 16, sx + 10, 107 + i * 16, sx + 1, 107 + i * 16),
                        on,
                        2.2);
            }
        }
    }

    private static void lamp(Brush b, TimeOfDay t, double x) {
        b.rect(x - 1.4, 120, 2.8, 78, lit(0x3A4152, t));
        b.rect(x - 3, 194, 6, 5, lit(0x3A4152, t));
        if (t != TimeOfDay.DAY) {
            b.glow(x, 116, 30, 0xFFE2A0, 0.8);
        }
        b.round(x - 4.5, 110, 9, 12, 4, t == TimeOfDay.DAY ? 0xE8EEF2 : 0xFFF2C8);
        b.rect(x - 5.5, 107, 11, 3.4, lit(0x3A4152, t));
    }

    static void castle(Brush b, TimeOfDay t, Dice d) {
        Sky.draw(b, t, d, 180);
        int far = Rgb.mix(lit(0x6FA06C, t), Sky.haze(t), 0.45);
        b.fill(Shapes.svg("M0 170 C40 140 90 160 130 150 C180 140 220 158 256 146 L256 210 L0 210 Z"), far);
        int stone = lit(0xC3BFC9, t);
        int roof = lit(0x4A68B4, t);
        boolean lamps = t != TimeOfDay.DAY;
        tower(b, t, 150, 66, 24, stone, roof, lamps);
        tower(b, t, 44, 84, 26, stone, roof, lamps);
        wall(b, -6, 130, 268, stone);
        tower(b, t, 6, 58, 34, stone, roof, lamps);
        tower(b, t, 232, 44, 42, stone, roof, lamps);
        b.fade(
                Shapes.svg("M70 204 L70 160 C70 132 146 132 146 160 L146 204 Z"),
                136,
                Rgb.light(stone, 0.1),
                204,
                Rgb.dark(stone, 0.2));
        b.fill(Shapes.svg("M82 204 L82 166 C82 146 134 146 134 166 L134 204 Z"), lamps ? 0x6B3E22 : lit(0x5E4030, t));
        b.line(
                Shapes.svg("M95 204 L95 152 M108 204 L108 150 M121 204 L121 152 M82 174 L134 174 M82 188 L134 188"),
                lit(0x34241C, t),
                1.6);
        Landscapes.ground(b, 198, lit(0x8CC868, t), lit(0x569A4C, t));
        b.fade(
                Shapes.svg("M86 199 L130 199 C140 216 158 236 176 256 L44 256 C62 236 78 216 86 199 Z"),
                199,
                lit(0xDCD0B8, t),
                256,
                lit(0xB8A88C, t));
        b.line(
                Shapes.svg(
                        "M74 218 L144 218 M60 238 L162 238 M100 199 L88 218 M118 199 L128 218 M112 218 L112 238 M86 238 L76 256 M138 238 L146 256"),
                lit(0xA4947C, t),
                1.1);
        for (int side = 0; side < 2; side++) {
            double x = side == 0 ? 30 : 184;
            b.fade(
                    Shapes.blob(x - 16, 204, x - 12, 190, x, 184, x + 12, 190, x + 16, 204, x, 208),
                    184,
                    lit(0x5CA85A, t),
                    208,
                    lit(0x2E6E3C, t));
            for (int i = 0; i < 5; i++) {
                b.disc(x + d.between(-11, 11), d.between(190, 203), 2, 2, lit(0xF07A9A, t));
            }
        }
    }

    private static void wall(Brush b, double x, double top, double w, int stone) {
        b.fade(new Rectangle2D.Double(x, top, w, 78), top, stone, top + 78, Rgb.dark(stone, 0.24));
        for (int i = 0; i * 16 < w; i++) {
            b.rect(x + i * 16, top - 8, 9, 9, stone);
        }
        for (int row = 0; row < 5; row++) {
            for (int i = 0; i < 9; i++) {
                b.rect(x + i * 31 + (row % 2) * 15, top + 10 + row * 13, 9, 3.6, Rgb.dark(stone, 0.14));
            }
        }
    }

    private static void tower(
            Brush b, TimeOfDay t, double x, double top, double w, int stone, int roof, boolean lamps) {
        b.fade(
                new Rectangle2D.Double(x - w / 2, top, w, 204 - top),
                top,
                Rgb.light(stone, 0.12),
                204,
                Rgb.dark(stone, 0.2));
        b.rect(x - w / 2, top, w * 0.28, 204 - top, Rgb.dark(stone, 0.2));
        b.rect(x - w / 2 - 3, top - 3, w + 6, 7, Rgb.dark(stone, 0.1));
        b.fade(
                Shapes.polygon(x - w / 2 - 5, top - 2, x, top - w * 1.15, x + w / 2 + 5, top - 2),
                top - w,
                Rgb.light(roof, 0.15),
                top,
                Rgb.dark(roof, 0.2));
        double flag = top - w * 1.15;
        b.line(x, flag, x, flag - 13, lit(0x5A4434, t), 1.3);
        b.fill(
                Shapes.svg("M" + x + " " + (flag - 13) + " L" + (x + 12) + " " + (flag - 10) + " L" + x + " "
                        + (flag - 5) + " Z"),
                lit(0xE0485A, t));
        int pane = lamps ? 0xFFD77A : lit(0x46506E, t);
        for (int i = 0; i < 2; i++) {
            double y = top + 16 + i * 34;
            if (lamps) {
                b.glow(x, y + 7, 14, 0xFFD77A, 0.5);
            }
            b.fill(
                    Shapes.svg("M" + (x - 3.6) + " " + (y + 14) + " L" + (x - 3.6) + " " + (y + 4) + " C" + (x - 3.6)
                            + " " + (y - 2) + " " + (x + 3.6) + " " + (y - 2) + " " + (x + 3.6) + " " + (y + 4) + " L"
                            + (x + 3.6) + " " + (y + 14) + " Z"),
                    pane);
        }
    }

    static void garden(Brush b, TimeOfDay t, Dice d) {
        Sky.draw(b, t, d, 180);
        int far = Rgb.mix(lit(0x7C9CC8, t), Sky.haze(t), 0.45);
        b.fill(Shapes.svg("M20 190 C70 150 90 96 118 84 L138 84 C166 96 190 150 250 190 Z"), far);
        b.fill(
                Shapes.svg("M118 84 L138 84 L150 102 L140 98 L132 108 L124 98 L112 104 L106 100 Z"),
                Rgb.mix(lit(0xFFFFFF, t), Sky.haze(t), 0.15));
        int blossom = lit(0xFAB3CC, t);
        for (int i = 0; i < 7; i++) {
            double x = i * 44 - 4 + d.between(-6, 6);
            b.rect(x - 2, 168, 4, 26, lit(0x6B4638, t));
            puff(b, x, 160, 24, Rgb.mix(blossom, Sky.haze(t), 0.25));
        }
        Landscapes.ground(b, 188, lit(0x9CCB74, t), lit(0x66A356, t));
        b.fade(
                Shapes.svg("M92 189 L150 189 C160 210 182 236 200 256 L26 256 C48 236 78 210 92 189 Z"),
                189,
                lit(0xEDE3D2, t),
                256,
                lit(0xC8BAA6, t));
        int gate = lit(0xD8402E, t);
        b.fade(new Rectangle2D.Double(165, 92, 10, 106), 92, gate, 198, Rgb.dark(gate, 0.25));
        b.fade(new Rectangle2D.Double(233, 92, 10, 106), 92, gate, 198, Rgb.dark(gate, 0.25));
        b.fill(Shapes.svg("M150 78 C180 86 228 86 258 78 L258 90 C228 97 180 97 150 90 Z"), lit(0x3A2A34, t));
        b.fill(Shapes.svg("M154 89 C182 96 226 96 254 89 L254 96 C226 102 182 102 154 96 Z"), gate);
        b.rect(160, 113, 88, 8, gate);
        b.rect(199, 98, 10, 16, Rgb.dark(gate, 0.15));
        b.rect(163, 190, 14, 9, lit(0x3A2A34, t));
        b.rect(231, 190, 14, 9, lit(0x3A2A34, t));
        lantern(b, t, 64);
        b.fade(Shapes.svg("M-10 0 L14 0 C10 60 14 140 30 212 L-12 216 Z"), 0, lit(0x4E3430, t), 212, lit(0x70504A, t));
        b.line(Shapes.svg("M8 60 C26 50 44 44 66 42"), lit(0x5A3C36, t), 5);
        puff(b, 4, 16, 40, blossom);
        puff(b, 46, 20, 30, blossom);
        puff(b, 78, 34, 18, blossom);
        puff(b, 20, 52, 20, Rgb.light(blossom, 0.2));
        puff(b, 244, 6, 34, blossom);
        puff(b, 216, 2, 20, Rgb.light(blossom, 0.15));
        for (int i = 0; i < 30; i++) {
            double x = d.between(0, 256);
            double y = d.between(60, 252);
            b.fill(Shapes.blob(x - 2.4, y, x, y - 1.5, x + 2.4, y + 0.4, x, y + 1.5), Rgb.light(blossom, 0.25), 0.9);
        }
    }

    private static void lantern(Brush b, TimeOfDay t, double x) {
        int stone = lit(0xA4A29E, t);
        b.rect(x - 3.5, 172, 7, 24, stone);
        b.rect(x - 8, 194, 16, 5, Rgb.dark(stone, 0.15));
        if (t != TimeOfDay.DAY) {
            b.glow(x, 165, 26, 0xFFD58A, 0.85);
        }
        b.rect(x - 6.5, 158, 13, 14, stone);
        b.rect(x - 3.4, 160.5, 6.8, 9, t == TimeOfDay.DAY ? lit(0x5A5650, t) : 0xFFE9A8);
        b.fill(Shapes.polygon(x - 12, 159, x - 5, 150, x + 5, 150, x + 12, 159), Rgb.dark(stone, 0.2));
    }

    private static void puff(Brush b, double x, double y, double r, int rgb) {
        b.fade(
                Shapes.blob(
                        x - r,
                        y + r * 0.3,
                        x - r * 0.86,
                        y - r * 0.4,
                        x - r * 0.3,
                        y - r * 0.72,
                        x + r * 0.35,
                        y - r * 0.7,
                        x + r * 0.9,
                        y - r * 0.32,
                        x + r,
                        y + r * 0.35,
                        x + r * 0.5,
                        y + r * 0.66,
                        x,
                        y + r * 0.56,
                        x - r * 0.55,
                        y + r * 0.7),
                y - r * 0.7,
                Rgb.light(rgb, 0.35),
                y + r * 0.7,
                Rgb.dark(rgb, 0.16));
    }
}
