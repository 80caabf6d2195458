package io.emaki.world;

import java.awt.geom.Path2D;

/** Draws hair around a head whose centre is the origin: what falls behind the body, then what frames the face. */
final class Hair {

    private static final Path2D CAP = Shapes.svg("M-22.5 9 C-28 -10 -22 -31.5 0 -32 C22 -31.5 28 -10 22.5 9 L19 7 "
            + "C20 -1 18 -8 14.5 -13 C13 -8 9.5 -4.5 4.5 -3.2 C7 -6.5 7.4 -9.5 6.8 -13 C1 -6 -6.5 -3 -14 -2.2 "
            + "C-11.6 -5.2 -10.6 -8 -10.8 -11 C-15.4 -7 -18 -1 -19 7 Z");
    private static final Path2D SHEEN = Shapes.svg(
            "M-18.5 -13 C-13 -22 -4 -25 3 -24.5 C10 -24 15 -20.5 18 -15 "
                    + "C14 -18 11 -19 9.5 -16.5 C7 -20.5 4.5 -20 2.5 -17 C-1 -21 -3.5 -20 -5.5 -16 C-8.5 -19.5 -11 -18 -12.5 -14 C-14.5 -16.5 -17 -15.5 -18.5 -13 Z");
    private static final Path2D PARTING = Shapes.svg("M1 -31 C-1 -26 -5 -22 -10 -19 M3 -31 C7 -27 12 -24 16 -18");

    private static final Path2D LONG_BACK =
            Shapes.svg("M-23 -10 C-31 16 -29 50 -37 96 C-30 103 -22 100 -16 104 C-6 100 6 100 15 104 "
                    + "C22 100 31 103 37 95 C29 50 31 16 23 -10 C18 -34 -18 -34 -23 -10 Z");
    private static final Path2D LOCK_LEFT =
            Shapes.svg("M-22.5 -2 C-26.5 10 -26 28 -22.5 45 C-19 36 -17.6 22 -18.6 4 Z");
    private static final Path2D LOCK_RIGHT = Shapes.svg("M22.5 -2 C26.5 10 26 28 22.5 45 C19 36 17.6 22 18.6 4 Z");
    private static final Path2D SHORT_BACK = Shapes.svg(
            "M-22 -8 C-26 4 -24 16 -20.5 23 C-18 19 -15 22 -13 25 L13 25 C15 22 18 19 20.5 23 C24 16 26 4 22 -8 Z");
    private static final Path2D SHORT_SPIKES = Shapes.svg(
            "M-22.5 7 C-28 -6 -27 -14 -25 -18 C-27 -20 -28 -20 -30 -20 C-26 -24 -23 -26 -20 -26 "
                    + "C-19 -30 -18 -32 -20 -35 C-13 -35 -9 -34 -6 -33 C-4 -36 -2 -38 2 -39 C2 -36 4 -34 6 -33 C11 -35 15 -35 19 -33 C18 -31 18 -29 19 -26 C23 -25 26 -23 29 -19 "
                    + "C26 -19 25 -18 25 -17 C27 -10 27 -2 22.5 7 L19.5 5 C20 -1 19 -6 16 -12 C13 -6 10 -4 6 -3 C8 -7 8 -10 7 -13 C3 -7 -3 -3 -9 -2 C-7 -6 -7 -8 -7 -11 C-13 -7 -17 -3 -19.5 5 Z");
    private static final Path2D BOB_BACK = Shapes.svg(
            "M-22 -12 C-32 2 -33 20 -29 31 C-20 35 -10 33 0 33 C10 33 20 35 29 31 C33 20 32 2 22 -12 C16 -32 -16 -32 -22 -12 Z");
    private static final Path2D BOB_LEFT =
            Shapes.svg("M-21 -6 C-29 4 -31 18 -28.5 30 C-23 31 -18 29 -15.4 25 C-18.5 18 -19.4 10 -18.6 2 Z");
    private static final Path2D BOB_RIGHT =
            Shapes.svg("M21 -6 C29 4 31 18 28.5 30 C23 31 18 29 15.4 25 C18.5 18 19.4 10 18.6 2 Z");
    private static final Path2D PONYTAIL = Shapes.svg(
            "M9 -29 C26 -44 48 -30 48 2 C48 24 40 40 46 58 C34 54 28 42 28 26 C28 8 32 -6 24 -14 C19 -18 13 -20 8 -20 Z");
    private static final Path2D TAIL_LEFT = Shapes.svg(
            "M-18 -17 C-34 -26 -48 -10 -46 14 C-45 32 -50 44 -44 62 C-33 54 -29 42 -30 26 C-31 10 -30 0 -20 -8 Z");
    private static final Path2D TAIL_RIGHT =
            Shapes.svg("M18 -17 C34 -26 48 -10 46 14 C45 32 50 44 44 62 C33 54 29 42 30 26 C31 10 30 0 20 -8 Z");
    private static final Path2D CURLS = Shapes.blob(
            -20, -28, -31, -24, -33, -12, -38, -4, -34, 7, -38, 18, -32, 26, -29, 36, -18, 35, -8, 39, 0, 35, 8, 39, 18,
            35, 29, 36, 32, 26, 38, 18, 34, 7, 38, -4, 33, -12, 31, -24, 20, -28, 12, -37, 0, -35, -12, -37);
    private static final Path2D CURL_FRINGE = Shapes.svg(
            "M-24 12 C-34 4 -33 -14 -25 -18 C-28 -30 -12 -38 -4 -33 C4 -40 18 -36 20 -28 C30 -26 33 -10 28 -4 C31 4 29 9 24 12 "
                    + "C20 11 18 7 19.5 1 C14 0 13 -4 14 -8 C9 -3 4 -4 2 -9 C-1 -3 -7 -2 -10 -8 C-10 -3 -14 0 -19.5 1 C-18 7 -20 11 -24 12 Z");
    private static final Path2D CURL_LINES = Shapes.svg(
            "M-17 -22 C-10 -28 -4 -22 -9 -17 M6 -26 C13 -29 19 -22 13 -18 M-29 4 C-34 8 -31 15 -26 12 M29 4 C34 8 31 15 26 12 M-27 22 C-31 26 -27 31 -22 27 M27 22 C31 26 27 31 22 27");

    private Hair() {}

    static void behind(Brush b, HairStyle style, int rgb) {
        int back = Rgb.dark(rgb, 0.22);
        switch (style) {
            case LONG -> {
                b.cel(LONG_BACK, back);
                b.line(
                        Shapes.svg(
                                "M-28 40 C-29 60 -31 78 -32 94 M28 40 C29 60 31 78 32 94 M-22 60 C-23 76 -23 88 -23 96 M22 60 C23 76 23 88 23 96"),
                        Rgb.dark(rgb, 0.4),
                        1);
            }
            case SHORT -> b.fill(SHORT_BACK, Rgb.dark(rgb, 0.35));
            case BOB -> b.cel(BOB_BACK, Rgb.dark(rgb, 0.3));
            case PONYTAIL -> {
                b.fill(SHORT_BACK, Rgb.dark(rgb, 0.35));
                b.cel(PONYTAIL, rgb);
                b.line(Shapes.svg("M30 -20 C40 -10 40 8 36 28 M24 -25 C38 -20 44 -4 42 14"), Rgb.dark(rgb, 0.28), 1.1);
                b.line(Shapes.svg("M31 -29 C38 -25 42 -17 43 -8"), Rgb.light(rgb, 0.35), 2);
            }
            case TWIN_TAILS -> {
                b.fill(SHORT_BACK, Rgb.dark(rgb, 0.35));
                b.cel(TAIL_LEFT, rgb);
                b.cel(TAIL_RIGHT, rgb);
                b.line(Shapes.svg("M-37 -8 C-41 6 -37 24 -41 44 M37 -8 C41 6 37 24 41 44"), Rgb.dark(rgb, 0.28), 1.1);
                b.line(Shapes.svg("M-41 -6 C-43 0 -43 6 -43 12 M34 -12 C38 -8 40 -2 41 6"), Rgb.light(rgb, 0.35), 2);
            }
            case BRAID, BUN -> b.fill(SHORT_BACK, Rgb.dark(rgb, 0.35));
            case CURLY -> {
                b.cel(CURLS, Rgb.dark(rgb, 0.12));
                b.line(CURL_LINES, Rgb.dark(rgb, 0.36), 1.2);
            }
        }
    }

    static void front(Brush b, HairStyle style, int rgb) {
        switch (style) {
            case LONG -> {
                b.cel(LOCK_LEFT, rgb);
                b.cel(LOCK_RIGHT, rgb);
            }
            case BOB -> {
                b.cel(BOB_LEFT, rgb);
                b.cel(BOB_RIGHT, rgb);
            }
            case BUN -> {
                b.ball(Brush.disc(0, -35, 11.5, 10), rgb);
                b.line(Shapes.svg("M-7 -38 C-2 -42 5 -41 7 -36 M-8 -33 C-3 -37 3 -36 5 -32"), Rgb.dark(rgb, 0.3), 1.1);
            }
            default -> {}
        }
        Path2D cap = style == HairStyle.SHORT ? SHORT_SPIKES : style == HairStyle.CURLY ? CURL_FRINGE : CAP;
        b.cel(cap, rgb);
        b.fill(SHEEN, Rgb.light(rgb, rgb == HairColour.BLACK.rgb() ? 0.22 : 0.42), 0.75);
        if (style != HairStyle.CURLY) {
            b.line(PARTING, Rgb.dark(rgb, 0.3), 0.9);
        } else {
            b.line(
                    Shapes.svg("M-17 -22 C-10 -28 -4 -22 -9 -17 M6 -26 C13 -29 19 -22 13 -18"),
                    Rgb.dark(rgb, 0.32),
                    1.1);
        }
        if (style == HairStyle.TWIN_TAILS) {
            tie(b, -20.5, -13);
            tie(b, 20.5, -13);
        } else if (style == HairStyle.PONYTAIL) {
            tie(b, 15, -26);
        }
    }

    /** The braid lies on the chest, above the clothes. */
    static void overClothes(Brush b, HairStyle style, int rgb) {
        if (style != HairStyle.BRAID) {
            return;
        }
        for (int i = 0; i < 7; i++) {
            double y = 19 + i * 9.2;
            double r = 7.2 - i * 0.35;
            double x = -20 + (i % 2 == 0 ? -1.2 : 1.2) + Math.min(i, 3) * 1.2;
            b.ball(
                    Shapes.blob(
                            x - r, y - 2, x, y - 6, x + r, y - 2, x + r * 0.5, y + 4, x, y + 6.5, x - r * 0.5, y + 4),
                    rgb);
        }
        tie(b, -16.5, 83);
        b.cel(Shapes.svg("M-20 86 C-23 93 -20 98 -16 102 C-13 98 -11 92 -13.5 86 Z"), rgb);
    }

    private static void tie(Brush b, double x, double y) {
        b.disc(x, y, 4, 3.2, 0x3C3246);
        b.disc(x + 0.6, y - 0.6, 2.8, 2, 0x77658C);
    }
}
