package io.emaki.world;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** The scenes under a roof; a window and the lamps tell the time of day. */
final class Interiors {

    private static final int[] BOOKS = {0xC04A44, 0x3F6FB0, 0x3F8E5E, 0xD8AC4E, 0x7E549C, 0xE2D6BC, 0x2F7E8C};

    private Interiors() {}

    /** Colours of a room: full by day, warm at sunset, dim but for the lamps at night. */
    private static int lit(int rgb, TimeOfDay time) {
        return switch (time) {
            case DAY -> rgb;
            case SUNSET -> Rgb.mix(Rgb.scale(rgb, 1.0, 0.74, 0.60), 0xE0704C, 0.1);
            case NIGHT -> Rgb.mix(Rgb.scale(rgb, 0.50, 0.43, 0.54), 0x140F2C, 0.16);
        };
    }

    static void library(Brush b, TimeOfDay t, Dice d) {
        int wood = lit(0x9A6440, t);
        b.fade(new Rectangle2D.Double(0, 0, 256, 210), 0, Rgb.dark(wood, 0.3), 210, wood);
        shelf(b, t, d, -4, 58);
        shelf(b, t, d, 62, 96);
        window(b, t, d, 22, 116);
        shelfLow(b, t, d, 162, 92);
        b.rect(0, 0, 256, 10, Rgb.dark(wood, 0.4));
        floor(b, t, 0xB87C4C, 0x8A5634);
        b.fade(
                Shapes.svg("M30 214 L226 214 L256 250 L256 256 L0 256 L0 250 Z"),
                214,
                lit(0xA83A48, t),
                256,
                lit(0x842A40, t));
        b.line(Shapes.svg("M38 219 L218 219 L246 250 M38 219 L10 250"), lit(0xE4B85C, t), 1.8);
        hangingLamp(b, t, 60);
    }

    private static void shelf(Brush b, TimeOfDay t, Dice d, double x, double w) {
        int wood = lit(0x7A4A2C, t);
        b.rect(x, 12, w, 190, Rgb.dark(wood, 0.45));
        for (int row = 0; row < 5; row++) {
            books(b, t, d, x + 4, x + w - 4, 47 + row * 37);
            b.rect(x, 47 + row * 37, w, 5, Rgb.light(wood, 0.08));
        }
        b.rect(x, 12, 4.5, 190, wood);
        b.rect(x + w - 4.5, 12, 4.5, 190, wood);
    }

    private static void shelfLow(Brush b, TimeOfDay t, Dice d, double x, double w) {
        int wood = lit(0x7A4A2C, t);
        b.rect(x, 156, w, 48, Rgb.dark(wood, 0.45));
        books(b, t, d, x + 4, x + w - 2, 199);
        b.rect(x - 2, 152, w + 8, 6, Rgb.light(wood, 0.12));
        b.rect(x, 158, 4.5, 46, wood);
        b.rect(x, 198, w, 5, wood);
    }

    private static void books(Brush b, TimeOfDay t, Dice d, double from, double to, double base) {
        double x = from;
        while (x < to - 4) {
            double w = d.between(4.2, 7.6);
            double h = d.between(20, 29);
            w = Math.min(w, to - x);
            int c = lit(BOOKS[d.below(BOOKS.length)], t);
            b.rect(x, base - h, w - 0.7, h, c);
            b.rect(x, base - h, 1.2, h, Rgb.dark(c, 0.3));
            b.rect(x, base - h + 4, w - 0.7, 1.6, Rgb.light(c, 0.45));
            x += w;
        }
    }

    private static void window(Brush b, TimeOfDay t, Dice d, double y, double h) {
        Shape pane = Shapes.svg("M166 138 L166 58 C166 10 248 10 248 58 L248 138 Z");
        int[] sky = Sky.colours(t);
        b.fade(pane, y, sky[0], y + h, sky[1]);
        switch (t) {
            case DAY -> {
                b.glow(222, 62, 32, 0xFFF6C8, 0.9);
                Sky.cloud(b, 190, 84, 0.55, 0xFFFFFF);
            }
            case SUNSET -> {
                b.glow(212, 108, 40, 0xFFE0A0, 1);
                b.disc(212, 108, 13, 13, 0xFFEBB4);
            }
            case NIGHT -> {
                for (int i = 0; i < 14; i++) {
                    b.disc(d.between(172, 242), d.between(36, 130), 0.8, 0.8, 0xF4F2FF);
                }
                b.glow(226, 46, 26, 0xBFD0FF, 0.5);
                b.disc(226, 46, 8.5, 8.5, 0xF6F3E0);
            }
        }
        b.fill(Shapes.svg("M166 138 L166 122 C190 112 220 126 248 114 L248 138 Z"), Sky.lit(0x4C9A5A, t));
        int frame = lit(0x5A3420, t);
        b.line(pane, frame, 5);
        b.line(Shapes.svg("M207 24 L207 138 M167 62 L247 62 M167 100 L247 100"), frame, 2.6);
        b.rect(160, 136, 94, 6, Rgb.light(frame, 0.12));
        int shine = t == TimeOfDay.DAY ? 0xFFF8DC : t == TimeOfDay.SUNSET ? 0xFFC080 : 0x9FB4FF;
        b.fade(
                Shapes.polygon(170, 140, 246, 140, 190, 256, 60, 256),
                140,
                shine,
                t == TimeOfDay.NIGHT ? 0.14 : 0.3,
                256,
                shine,
                0);
    }

    private static void floor(Brush b, TimeOfDay t, int near, int far) {
        b.fade(new Rectangle2D.Double(0, 202, 256, 54), 202, lit(far, t), 256, lit(near, t));
        b.rect(0, 200, 256, 4, Rgb.dark(lit(far, t), 0.35));
        for (int i = -4; i < 14; i++) {
            double x = i * 26;
            b.line(128 + (x - 128) * 0.6, 205, x, 256, Rgb.dark(lit(far, t), 0.2), 1);
        }
    }

    private static void hangingLamp(Brush b, TimeOfDay t, double x) {
        b.line(x, 0, x, 24, lit(0x3A2A22, t), 1.6);
        if (t != TimeOfDay.DAY) {
            b.glow(x, 36, 66, 0xFFCF7A, 0.7);
        }
        b.fill(
                Shapes.svg("M" + (x - 12) + " 34 C" + (x - 8) + " 20 " + (x + 8) + " 20 " + (x + 12) + " 34 Z"),
                lit(0x2F6E5C, t));
        b.disc(x, 35, 6, 3.4, t == TimeOfDay.DAY ? 0xF2EAD0 : 0xFFF3C4);
    }

    static void tavern(Brush b, TimeOfDay t, Dice d) {
        int plaster = lit(0xE6C690, t);
        b.fade(new Rectangle2D.Double(0, 0, 256, 210), 0, Rgb.dark(plaster, 0.22), 210, plaster);
        int beam = lit(0x6B4228, t);
        b.rect(0, 0, 256, 15, beam);
        b.rect(0, 15, 256, 3, Rgb.dark(beam, 0.4));
        for (double x : new double[] {-4, 70, 150, 246}) {
            b.fade(new Rectangle2D.Double(x, 15, 13, 190), 15, beam, 205, Rgb.dark(beam, 0.2));
            b.line(x + 4, 20, x + 4, 200, Rgb.dark(beam, 0.25), 1);
        }
        b.rect(0, 156, 256, 48, lit(0x8A5634, t));
        for (int i = 0; i < 12; i++) {
            b.line(i * 23 + 8, 158, i * 23 + 8, 203, lit(0x6B4028, t), 1.4);
        }
        b.rect(0, 152, 256, 6, lit(0xA86E44, t));
        bottles(b, t, d, 12, 66, 60);
        bottles(b, t, d, 12, 66, 104);
        Shape pane = new RoundRectangle2D.Double(170, 40, 64, 66, 30, 30);
        int[] sky = Sky.colours(t);
        b.fade(pane, 40, sky[0], 106, t == TimeOfDay.SUNSET ? 0xFFB060 : sky[1]);
        if (t == TimeOfDay.NIGHT) {
            b.disc(216, 58, 7, 7, 0xF6F3E0);
        }
        b.line(
                Shapes.svg(
                        "M186 42 L186 104 M202 40 L202 106 M218 42 L218 104 M172 58 L232 58 M172 74 L232 74 M172 90 L232 90"),
                lit(0x4A2E1E, t),
                1.7);
        b.line(pane, lit(0x5A3822, t), 5);
        floor(b, t, 0x9A643C, 0x74462A);
        barrel(b, t, 22);
        candles(b, t, 120);
        candles(b, t, 216);
        mug(b, t, 14, 176);
        mug(b, t, 32, 176);
    }

    private static void bottles(Brush b, TimeOfDay t, Dice d, double from, double to, double base) {
        int[] glass = {0x3F9A6A, 0xC0503C, 0x4A78C0, 0xE0B04A, 0x8E5CB0};
        for (double x = from; x < to; x += 9) {
            int c = lit(glass[d.below(glass.length)], t);
            double h = d.between(14, 19);
            b.round(x - 3, base - h, 6, h, 3, c);
            b.rect(x - 1.3, base - h - 6, 2.6, 8, c);
            b.rect(x - 2, base - h + 3, 1.2, h - 6, Rgb.light(c, 0.5));
        }
        b.rect(from - 6, base, to - from + 8, 4.4, lit(0x6B4028, t));
    }

    private static void barrel(Brush b, TimeOfDay t, double x) {
        b.cel(Shapes.svg("M6 196 C0 208 0 230 6 242 L38 242 C44 230 44 208 38 196 Z"), lit(0xA66C40, t));
        b.line(Shapes.svg("M3 205 C14 208 30 208 41 205 M3 233 C14 236 30 236 41 233"), lit(0x5C6070, t), 3);
        b.line(Shapes.svg("M14 197 L13 241 M22 197 L22 241 M30 197 L31 241"), lit(0x74462A, t), 1);
        b.fill(Brush.disc(x, 196, 16.5, 4.4), lit(0xC08A58, t));
    }

    private static void mug(Brush b, TimeOfDay t, double x, double y) {
        b.round(x - 5, y + 6, 10, 14, 3, lit(0xC8A070, t));
        b.disc(x, y + 6, 5.6, 3.2, lit(0xFFF6E4, t));
    }

    private static void candles(Brush b, TimeOfDay t, double x) {
        b.line(x, 15, x, 22, lit(0x2E2A30, t), 1.6);
        b.line(
                Shapes.svg("M" + (x - 12) + " 30 C" + (x - 8) + " 36 " + (x + 8) + " 36 " + (x + 12) + " 30"),
                lit(0x2E2A30, t),
                2.4);
        b.line(x, 20, x, 34, lit(0x2E2A30, t), 2);
        for (int i = -1; i <= 1; i++) {
            double cx = x + i * 12;
            double cy = i == 0 ? 32 : 28;
            if (t != TimeOfDay.DAY) {
                b.glow(cx, cy - 7, i == 0 ? 52 : 22, 0xFFBE5C, 0.55);
            }
            b.rect(cx - 1.6, cy - 5, 3.2, 6, 0xFFF2D8);
            b.fill(
                    Shapes.blob(cx - 1.7, cy - 7, cx, cy - 11.5, cx + 1.7, cy - 7, cx, cy - 5),
                    t == TimeOfDay.DAY ? 0xFFC860 : 0xFFE48A);
        }
    }

    static void spaceStation(Brush b, TimeOfDay t, Dice d) {
        int hull = switch (t) {
            case DAY -> 0xC9D6E6;
            case SUNSET -> 0xD29A8C;
            case NIGHT -> 0x4A5478;
        };
        b.fade(new Rectangle2D.Double(0, 0, 256, 210), 0, Rgb.dark(hull, 0.2), 210, hull);
        Shape pane = new RoundRectangle2D.Double(14, 28, 228, 116, 44, 44);
        b.fade(pane, 28, 0x05061A, 144, t == TimeOfDay.SUNSET ? 0x3A1440 : 0x141A48);
        for (int i = 0; i < 46; i++) {
            double r = d.between(0.4, 1.2);
            b.disc(d.between(26, 230), d.between(36, 136), r, r, 0xFFFFFF, d.between(0.5, 1));
        }
        int planet = switch (t) {
            case DAY -> 0x4AA0F0;
            case SUNSET -> 0xF28A4C;
            case NIGHT -> 0x5A4E96;
        };
        b.glow(192, 82, 56, planet, 0.6);
        b.ball(Brush.disc(192, 82, 30, 30), planet);
        b.fill(
                Shapes.svg(
                        "M168 72 C178 64 190 74 198 68 C206 64 214 70 216 76 C206 82 196 78 188 84 C180 88 170 82 168 72 Z"),
                Rgb.light(planet, 0.35),
                0.75);
        b.fill(Shapes.svg("M176 98 C186 92 200 98 210 94 C204 106 190 110 180 106 Z"), Rgb.light(planet, 0.3), 0.7);
        b.line(Shapes.svg("M150 96 C168 104 220 84 236 66"), Rgb.light(planet, 0.6), 2, 0.8);
        b.line(pane, Rgb.dark(hull, 0.45), 8);
        b.line(pane, Rgb.light(hull, 0.35), 3);
        b.line(Shapes.svg("M84 28 L84 144 M150 28 L150 144"), Rgb.dark(hull, 0.35), 5);
        for (int i = 0; i < 6; i++) {
            b.round(
                    8 + i * 42,
                    8,
                    34,
                    11,
                    5,
                    t == TimeOfDay.NIGHT ? 0x6FA8E8 : t == TimeOfDay.SUNSET ? 0xFFE2B8 : 0xFFFFFF);
        }
        for (int side = 0; side < 2; side++) {
            double x = side == 0 ? 4 : 180;
            b.fade(
                    Shapes.polygon(x, 164, x + 72, 164, x + 72, 206, x, 206),
                    164,
                    Rgb.light(hull, 0.2),
                    206,
                    Rgb.dark(hull, 0.25));
            b.fill(Shapes.polygon(x + 6, 168, x + 66, 168, x + 62, 184, x + 10, 184), 0x12243E);
            for (int i = 0; i < 6; i++) {
                int on = new int[] {0x4FF0E0, 0xFF6A8A, 0xFFD65A}[d.below(3)];
                b.round(x + 13 + i * 8.4, 172, 5.4, 3.6, 2, on);
            }
            b.line(x + 14, 180, x + 56, 180, 0x4FF0E0, 1.2);
        }
        b.fade(new Rectangle2D.Double(0, 200, 256, 56), 200, Rgb.dark(hull, 0.42), 256, Rgb.dark(hull, 0.15));
        b.line(
                Shapes.svg("M80 202 L30 256 M128 202 L128 256 M176 202 L226 256 M0 216 L256 216 M0 236 L256 236"),
                Rgb.dark(hull, 0.5),
                1.2);
        b.rect(0, 198, 256, 4, 0x4FE8FF);
        b.fade(new Rectangle2D.Double(0, 202, 256, 22), 202, 0x4FE8FF, 0.4, 224, 0x4FE8FF, 0);
    }
}
