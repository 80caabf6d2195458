package io.emaki.world;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** Draws head, features and what is worn on the head; the origin is the centre of the head. */
final class Face {

    private static final Path2D[] HEADS = {
        Shapes.svg("M-20.5 -6 C-21 -28 21 -28 20.5 -6 C20.5 8 13 17 0 22.5 C-13 17 -20.5 8 -20.5 -6 Z"),
        Shapes.svg("M-20.5 -6 C-21 -28 21 -28 20.5 -6 C20.5 10 14 18.5 0 22 C-14 18.5 -20.5 10 -20.5 -6 Z"),
        Shapes.svg("M-20 -6 C-21 -28 21 -28 20 -6 C19.5 7 12 18 0 23.5 C-12 18 -19.5 7 -20 -6 Z")
    };
    private static final Path2D FRINGE_SHADE = Shapes.svg(
            "M-19.5 -6 C-14 -3 -8 1.5 -3 -1 C2 1.5 8 0 12 -3 C15 -2 18 0 19.5 3 L20 -12 C10 -26 -12 -26 -20 -12 Z");
    private static final Path2D JAW_SHADE = Shapes.svg("M-20.5 -4 C-20.5 8 -13 17 0 22.5 C-8 16 -14.5 8 -16 -4 Z");
    private static final Path2D EYE =
            Shapes.svg("M-5.2 0.6 C-4.6 -5.2 3.8 -6.6 5.2 -0.4 C5 4.4 2.6 6.2 -0.4 6.2 C-3.2 6.2 -5 4 -5.2 0.6 Z");
    private static final Path2D LASH =
            Shapes.svg("M-5.8 1.2 C-5 -5.4 3.2 -7.4 5.6 -1.2 C3.4 -4.2 -2.6 -4.2 -4.6 0.4 Z");
    private static final Path2D SMILE = Shapes.svg("M-4 0 C-2 2.6 2 2.6 4 0");
    private static final Path2D OPEN_SMILE =
            Shapes.svg("M-4.4 -0.4 C-2 0.4 2 0.4 4.4 -0.4 C3.6 4.4 -3.6 4.4 -4.4 -0.4 Z");
    private static final Path2D BROW = Shapes.svg("M-5 1 C-2 -1.6 2 -1.8 5 -0.2");
    private static final Path2D BOW = Shapes.svg(
            "M0 0 C-5 -9 -13 -11 -15 -7 C-16 -2 -15 4 -13 7 C-9 8 -4 5 0 0 C4 5 9 8 13 7 C15 4 16 -2 15 -7 C13 -11 5 -9 0 0 Z");

    private Face() {}

    static void draw(Brush b, Identity who, Pose pose) {
        int skin = who.skin().rgb();
        int form = who.variant() % HEADS.length;
        Shape head = HEADS[form];
        b.ball(Brush.disc(-20.5, 4, 3.4, 5), skin);
        b.ball(Brush.disc(20.5, 4, 3.4, 5), skin);
        b.fill(head, skin);
        b.fill(JAW_SHADE, Rgb.dark(skin, 0.2), 0.8);
        b.fill(FRINGE_SHADE, Rgb.dark(skin, 0.3), 0.6);
        b.outline(head, skin);
        b.disc(-12.5, 11, 4, 2.2, 0xF2667A, 0.34);
        b.disc(12.5, 11, 4, 2.2, 0xF2667A, 0.34);
        eye(b, -9.3, 4, -1, who);
        eye(b, 9.3, 4, 1, who);
        b.line(-0.6, 9.6, 0.8, 10.2, Rgb.dark(skin, 0.5), 1.1);
        var place = b.place();
        b.at(0, 14.6);
        if (pose == Pose.WAVING || pose == Pose.JUMPING) {
            b.fill(OPEN_SMILE, 0x8E2C38);
            b.line(OPEN_SMILE, 0x5A1E28, 0.8);
        } else {
            b.line(SMILE, Rgb.mix(0x8E2C38, 0x3A141C, who.skin() == Skin.DARK ? 0.8 : 0.2), 1.3);
        }
        b.back(place);
    }

    private static void eye(Brush b, double x, double y, double side, Identity who) {
        var place = b.place();
        b.at(x, y);
        b.stretch(side * 1.12, 1.14);
        int iris = who.eyes().rgb();
        b.fill(EYE, 0xFDFDFF);
        Shape ball = Brush.disc(0.1, 0.7, 4.0, 5.1);
        b.fade(ball, -4.4, Rgb.mix(iris, 0x120A1E, 0.42), 5.8, Rgb.light(iris, 0.22));
        b.line(ball, Rgb.mix(iris, 0x120A1E, 0.6), 0.8);
        b.disc(0.1, 0.2, 1.5, 2.1, 0x140E1C);
        b.fill(LASH, 0x241A22);
        b.line(4.8, -0.6, 6.6, -2.2, 0x241A22, 1.1);
        b.back(place);
        b.glowing().disc(x + 1.5, y - 1.8, 1.3, 1.5, 0xFFFFFF);
        b.at(x, y - 10);
        b.stretch(side, 1);
        b.line(BROW, Rgb.dark(who.hairColour().rgb(), 0.45), 1.3);
        b.back(place);
    }

    static void wear(Brush b, Accessory accessory) {
        switch (accessory) {
            case NONE -> {}
            case GLASSES -> {
                for (int side = -1; side <= 1; side += 2) {
                    Shape rim = Brush.disc(side * 9.6, 4.4, 8.6, 8.4);
                    b.fill(rim, 0xFFFFFF, 0.14);
                    b.line(rim, 0x2A1E2E, 1.9);
                    b.line(side * 18.2, 3, side * 21.5, 1.5, 0x2A1E2E, 1.7);
                }
                b.line(Shapes.svg("M-1.6 3.4 C-0.8 2 0.8 2 1.6 3.4"), 0x2A1E2E, 1.7);
            }
            case EARRINGS -> {
                for (int side = -1; side <= 1; side += 2) {
                    b.line(Brush.disc(side * 22.2, 15, 4.2, 5), 0x6E4308, 3.6);
                    b.line(Brush.disc(side * 22.2, 15, 4.2, 5), 0xFFCB3C, 2.1);
                    b.disc(side * 22.2, 21.4, 2.6, 2.6, 0x6E4308);
                    b.disc(side * 22.2, 21.4, 1.8, 1.8, 0xFFF0A0);
                }
            }
            case RIBBON -> {
                var place = b.place();
                b.at(-15, -25);
                b.line(BOW, 0xFFFFFF, 3.4);
                b.cel(BOW, 0xE0284E);
                b.ball(Brush.disc(0, 0, 3.4, 3.8), 0xC01C40);
                b.back(place);
            }
            case FLOWER -> {
                for (int i = 0; i < 5; i++) {
                    double a = StrictMath.PI * (0.4 * i - 0.5);
                    Shape petal = Brush.disc(17 + 5.6 * StrictMath.cos(a), -19 + 5.6 * StrictMath.sin(a), 4.6, 4.6);
                    b.line(petal, 0xB0386A, 2.4);
                }
                for (int i = 0; i < 5; i++) {
                    double a = StrictMath.PI * (0.4 * i - 0.5);
                    b.disc(17 + 5.6 * StrictMath.cos(a), -19 + 5.6 * StrictMath.sin(a), 4.6, 4.6, 0xFFFBFD);
                }
                b.disc(17, -19, 3.4, 3.4, 0xFFB71E);
            }
            case HEADPHONES -> {
                Path2D band = Shapes.svg("M-24 0 C-28 -42 28 -42 24 0");
                b.line(band, 0x1C1F2C, 5.2);
                b.line(band, 0x4A5270, 2.6);
                for (int side = -1; side <= 1; side += 2) {
                    b.ball(Brush.disc(side * 24, 5, 6.2, 9.4), 0x2C3248);
                    b.glowing().disc(side * 25, 5, 3.2, 5.6, 0x2FE0E8);
                }
            }
        }
    }
}
