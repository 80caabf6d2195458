package io.emaki.world;

import java.awt.geom.Path2D;

/** Draws a person from the ground up; the brush stands at the person's middle line. */
final class Figure {

    private static final Path2D LETTERS = Shapes.svg(
            "M-15.5 108.5 C-11 107.5 -7 109 -4 110.5 M-15.5 113.5 C-11 112.5 -7 114 -4 115.5 "
                    + "M-15.5 118.5 C-11 117.5 -7 119 -4 120.5 M15.5 108.5 C11 107.5 7 109 4 110.5 M15.5 113.5 C11 112.5 7 114 4 115.5 M15.5 118.5 C11 117.5 7 119 4 120.5");

    /** Height of the middle of a standing figure's head. */
    private static final double HEAD = 60;

    /** Height of the eyes' middle over the centre of the head, downwards. */
    private static final double EYES = 4;

    private Figure() {}

    /** Distance of the eyes from the top of the picture, in pixels of the default size. */
    static double eyeLine(Pose pose) {
        return HEAD + Stance.of(pose).drop() + EYES;
    }

    static void draw(Brush b, Identity who, Outfit outfit, int colour, Pose pose) {
        Stance s = Stance.of(pose);
        Cloth c = Cloth.of(colour);
        int skin = who.skin().rgb();
        int hair = who.hairColour().rgb();
        var place = b.place();
        double wide = s.legs() == Stance.Legs.FOLDED || s.legs() == Stance.Legs.SEATED
                ? 40
                : s.legs() == Stance.Legs.LEAPING ? 22 : 30;
        b.disc(s.legs() == Stance.Legs.SEATED ? -8 : 2, Stance.GROUND + 0.5, wide, 5.5, 0x1A1236, 0.34);
        b.at(0, HEAD + s.drop());
        Hair.behind(b, who.hairStyle(), hair);
        b.back(place);
        b.at(0, s.drop());
        Wardrobe.behind(b, outfit, c, s);
        b.back(place);
        if (pose == Pose.SITTING) {
            stool(b);
        }
        BelowWaist.legs(b, outfit, c, skin, s);
        b.at(0, s.drop());
        b.cel(
                Shapes.svg("M-5.8 74 L5.8 74 L5.8 88 C8 92 10 93 12 95 L-12 95 C-10 93 -8 92 -5.8 88 Z"),
                Rgb.dark(skin, 0.16));
        boolean under =
                outfit == Outfit.COAT || outfit == Outfit.MAID || outfit == Outfit.DRESS || outfit == Outfit.GOWN;
        if (!under) {
            b.back(place);
            BelowWaist.skirt(b, outfit, c, s);
            b.at(0, s.drop());
        }
        Wardrobe.torso(b, outfit, c, skin);
        if (under) {
            b.back(place);
            BelowWaist.skirt(b, outfit, c, s);
            b.at(0, s.drop());
            if (outfit == Outfit.DRESS || outfit == Outfit.GOWN || outfit == Outfit.COAT) {
                belt(b, outfit, c);
            }
        }
        b.back(place);
        b.at(0, HEAD + s.drop());
        Hair.overClothes(b, who.hairStyle(), hair);
        Face.draw(b, who, pose);
        Hair.front(b, who.hairStyle(), hair);
        Face.wear(b, who.accessory());
        b.back(place);
        Sleeves.draw(b, outfit, c, skin, s.rightArm());
        if (pose == Pose.READING) {
            Sleeves.draw(b, outfit, c, skin, s.leftArm());
            book(b, outfit == Outfit.GOWN ? Rgb.light(colour, 0.3) : outfit == Outfit.ARMOR ? 0x8892A8 : skin);
            return;
        }
        Sleeves.draw(b, outfit, c, skin, s.leftArm());
    }

    private static void belt(Brush b, Outfit outfit, Cloth c) {
        switch (outfit) {
            case DRESS -> b.cel(Shapes.svg("M-13 127 C-6 130 6 130 13 127 L13 134 C6 137 -6 137 -13 134 Z"), c.trim());
            case GOWN -> b.cel(Shapes.svg("M-13 127 L0 131 L13 127 L13 132 L0 137 L-13 132 Z"), c.accent());
            default -> {
                b.cel(Shapes.svg("M-15.2 129 L15.2 129 L15.5 136 L-15.5 136 Z"), Rgb.dark(c.base(), 0.38));
                b.line(Shapes.svg("M-4 129.6 L4 129.6 L4 135.4 L-4 135.4 Z"), c.accent(), 1.4);
            }
        }
    }

    private static void stool(Brush b) {
        int wood = 0x8A5636;
        b.limb(new double[] {-6, 206, -8, 222, -10, 238}, 5, 5, 4.5, wood);
        b.limb(new double[] {22, 206, 24, 222, 27, 238}, 5, 5, 4.5, wood);
        b.line(-8, 226, 24, 226, Rgb.dark(wood, 0.3), 3);
        b.cel(Shapes.svg("M-14 200 C-14 196 30 196 30 200 L30 207 C30 211 -14 211 -14 207 Z"), 0xB0744A);
    }

    private static void book(Brush b, int hand) {
        b.cel(Shapes.svg("M-21 105 L0 109 L21 105 L21 127 L0 132 L-21 127 Z"), 0x7A3B2A);
        b.cel(
                Shapes.svg(
                        "M-19 103 C-12 101 -5 103 0 107 C5 103 12 101 19 103 L19 124 C12 122 5 124 0 128 C-5 124 -12 122 -19 124 Z"),
                0xFFF8E6);
        b.line(0, 107, 0, 128, 0xB89E7A, 1.2);
        b.line(LETTERS, 0xA8957C, 1);
        b.ball(Brush.disc(-19, 124, 4, 4.6), hand);
        b.ball(Brush.disc(19, 124, 4, 4.6), hand);
    }
}
