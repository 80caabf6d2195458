package io.emaki.world;

import java.awt.geom.Path2D;

/** Draws who stands beside the avatar, around {@link #PLACE} on the same ground. */
final class Companions {

    static final double PLACE = 207;

    private static final Identity MAN =
            new Identity(Skin.FAIR, HairColour.BROWN, HairStyle.SHORT, EyeColour.BROWN, Accessory.NONE, 1);
    private static final Identity WOMAN =
            new Identity(Skin.GOLDEN, HairColour.BLACK, HairStyle.BUN, EyeColour.GREEN, Accessory.NONE, 2);

    private Companions() {}

    static void draw(Brush b, Companion companion) {
        var place = b.place();
        b.at(PLACE, 0);
        switch (companion) {
            case NONE -> {}
            case MAN -> {
                b.at(0, -12, 1.05);
                b.stretch(1.08, 1);
                Figure.draw(b, MAN, Outfit.COAT, 0x3F6F7C, Pose.STANDING);
                b.cel(
                        Shapes.svg(
                                "M-19.5 66 C-18 72 -12 72 -8 70.5 C-4 72 4 72 8 70.5 C12 72 18 72 19.5 66 C19 78 11 88 0 89 C-11 88 -19 78 -19.5 66 Z"),
                        HairColour.BROWN.rgb());
                b.line(Shapes.svg("M-4.5 76 C-2 78 2 78 4.5 76"), 0xE8A08C, 1.8);
            }
            case WOMAN -> {
                b.at(0, 22, 0.91);
                Figure.draw(b, WOMAN, Outfit.DRESS, 0xF08A3C, Pose.STANDING);
            }
            case DOG -> dog(b);
            case CAT -> cat(b);
            case ROBOT -> robot(b);
            case DRAGON -> dragon(b);
        }
        b.back(place);
    }

    private static void shadow(Brush b, double half) {
        b.disc(0, 240.5, half, 5, 0x1A1236, 0.34);
    }

    private static void dog(Brush b) {
        int fur = 0xD98F45;
        int white = 0xFFF3E2;
        shadow(b, 34);
        b.cel(Shapes.svg("M22 212 C36 206 44 190 36 178 C30 172 22 178 26 186 C29 194 24 202 14 204 Z"), fur);
        b.cel(
                Shapes.svg("M-14 186 C-4 180 14 188 24 206 C30 220 30 234 26 240 L-14 240 C-20 224 -20 200 -14 186 Z"),
                fur);
        b.fill(Shapes.svg("M-15 194 C-6 196 2 204 2 220 L0 238 L-14 238 C-18 224 -18 206 -15 194 Z"), white);
        b.limb(new double[] {-12, 206, -13, 222, -13, 235}, 10, 9, 9, fur);
        b.limb(new double[] {2, 208, 3, 222, 3, 235}, 10, 9, 9, fur);
        b.ball(Brush.disc(-15, 237, 7, 4.4), white);
        b.ball(Brush.disc(1, 237, 7, 4.4), white);
        b.ball(Brush.disc(22, 236, 11, 5), fur);
        b.cel(Shapes.svg("M-32 152 C-36 138 -32 132 -28 132 C-22 136 -18 142 -16 148 Z"), 0x9A5A28);
        b.cel(Shapes.svg("M8 152 C14 138 12 132 8 130 C2 134 -4 140 -6 146 Z"), 0x9A5A28);
        b.ball(Shapes.blob(-34, 164, -28, 147, -12, 142, 4, 146, 11, 162, 5, 178, -11, 188, -28, 180), fur);
        b.fill(Shapes.blob(-31, 174, -22, 164, -13, 160, -3, 164, 6, 173, -2, 182, -12, 187, -24, 183), white);
        eyes(b, -21.5, -2.5, 162, 3);
        b.fill(Shapes.blob(-16.5, 169, -12, 167, -7.5, 169, -12, 173.5), 0x2A1D22);
        b.fill(Shapes.svg("M-16 177 C-14 179 -10 179 -8 177 C-8 184 -15 186 -16 177 Z"), 0xE8606E);
        b.line(Shapes.svg("M-12 173 L-12 177 M-19 176 C-16 179 -13 179 -12 177 C-11 179 -8 179 -5 176"), 0x3A2228, 1.2);
        b.line(Shapes.svg("M-18 188 C-12 193 -2 192 4 186"), 0xC42C3C, 4.4);
        b.disc(-8, 193, 3, 3, 0xFFD24A);
    }

    private static void cat(Brush b) {
        int fur = 0x3C3A4A;
        shadow(b, 28);
        b.line(Shapes.svg("M18 232 C40 234 44 214 34 204 C28 196 36 188 40 192"), Rgb.dark(fur, 0.6), 9.4);
        b.line(Shapes.svg("M18 232 C40 234 44 214 34 204 C28 196 36 188 40 192"), fur, 7);
        b.cel(
                Shapes.svg("M-13 200 C-4 192 10 198 18 212 C24 226 24 236 20 240 L-14 240 C-20 226 -18 210 -13 200 Z"),
                fur);
        b.ball(Brush.disc(-9, 237, 6, 4), 0xF2F0F6);
        b.ball(Brush.disc(4, 237, 6, 4), 0xF2F0F6);
        b.fill(Shapes.svg("M-12 204 C-6 202 0 204 3 208 C2 216 -2 221 -5 222 C-9 219 -12 212 -12 204 Z"), 0xF2F0F6);
        b.cel(Shapes.svg("M-30 182 L-30 156 L-12 169 Z"), fur);
        b.cel(Shapes.svg("M22 182 L22 156 L4 169 Z"), fur);
        b.fill(Shapes.svg("M-27 174 L-27 163 L-19 169 Z"), 0xE88C9C);
        b.fill(Shapes.svg("M19 174 L19 163 L11 169 Z"), 0xE88C9C);
        b.ball(Shapes.blob(-31, 184, -26, 170, -4, 166, 18, 170, 23, 184, 16, 198, -4, 203, -24, 198), fur);
        b.fill(Shapes.blob(-13, 195, -4, 189, 5, 195, 1, 201, -4, 202, -9, 201), 0xF2F0F6);
        for (int side = -1; side <= 1; side += 2) {
            b.fill(Brush.disc(-4 + side * 12, 184, 5.6, 5.8), 0x15131C);
            b.glowing().fill(Brush.disc(-4 + side * 12, 184, 4.8, 5), 0xF7D83A);
            b.disc(-4 + side * 12, 184, 1.5, 4, 0x15131C);
            b.glowing().disc(-2.4 + side * 12, 181.8, 1.2, 1.2, 0xFFFFFF);
            b.line(-4 + side * 17, 193, -4 + side * 28, 191, 0xC9C6D8, 1);
            b.line(-4 + side * 17, 195.5, -4 + side * 27, 197, 0xC9C6D8, 1);
        }
        b.fill(Shapes.polygon(-6.4, 191.5, -1.6, 191.5, -4, 194.4), 0xF08CA0);
        b.line(Shapes.svg("M-8 197 C-6 199 -4 198 -4 195 C-4 198 -2 199 0 197"), 0x3A2228, 1.1);
        b.line(Shapes.svg("M-17 203 C-8 208 2 207 10 202"), 0x38B4D8, 4);
    }

    private static void robot(Brush b) {
        int steel = 0xC4D2DE;
        int blue = 0x4E86C0;
        shadow(b, 34);
        b.limb(new double[] {-12, 200, -13, 216, -13, 230}, 11, 10, 10, 0x76869A);
        b.limb(new double[] {12, 200, 13, 216, 13, 230}, 11, 10, 10, 0x76869A);
        b.cel(Shapes.svg("M-25 240 C-25 229 -5 229 -3 240 Z"), blue);
        b.cel(Shapes.svg("M25 240 C25 229 5 229 3 240 Z"), blue);
        b.limb(new double[] {-26, 150, -36, 168, -34, 188}, 9, 8.5, 8.5, 0x76869A);
        b.limb(new double[] {26, 150, 36, 168, 34, 188}, 9, 8.5, 8.5, 0x76869A);
        b.ball(Brush.disc(-34, 191, 6.6, 6.6), blue);
        b.ball(Brush.disc(34, 191, 6.6, 6.6), blue);
        b.cel(Shapes.svg("M-27 144 C-27 138 27 138 27 144 L23 198 C23 206 -23 206 -23 198 Z"), steel);
        b.cel(Shapes.svg("M-14 154 L14 154 L13 178 L-13 178 Z"), blue);
        b.glowing().disc(0, 166, 8, 8, 0x103048);
        b.glowing().disc(0, 166, 5.6, 5.6, 0x54F0FF);
        b.glow(0, 166, 16, 0x54F0FF, 0.5);
        b.line(-14, 188, 14, 188, 0x8694A6, 2);
        b.ball(Brush.disc(-27, 149, 7.5, 7.5), blue);
        b.ball(Brush.disc(27, 149, 7.5, 7.5), blue);
        b.rect(-5, 130, 10, 10, 0x76869A);
        b.line(0, 86, 0, 74, 0x76869A, 3);
        b.ball(Brush.disc(0, 71, 5, 5), 0xF0503C);
        b.ball(Brush.disc(-29, 110, 5, 9), blue);
        b.ball(Brush.disc(29, 110, 5, 9), blue);
        b.cel(Shapes.svg("M-27 98 C-27 82 27 82 27 98 L27 122 C27 136 -27 136 -27 122 Z"), steel);
        b.fill(Shapes.svg("M-21 100 C-21 92 21 92 21 100 L21 118 C21 127 -21 127 -21 118 Z"), 0x1B2636);
        for (int side = -1; side <= 1; side += 2) {
            b.glow(side * 9.5, 107, 9, 0x54F0FF, 0.5);
            b.glowing().disc(side * 9.5, 107, 4.6, 5.6, 0x62F2FF);
            b.glowing().disc(side * 9.5 + 1.4, 105, 1.5, 1.8, 0xFFFFFF);
        }
        b.glowing().line(Shapes.svg("M-5 118 C-2 121 2 121 5 118"), 0x62F2FF, 1.8);
    }

    private static void dragon(Brush b) {
        int scale = 0x49B080;
        int belly = 0xFFE9A8;
        int wing = 0xE8744A;
        shadow(b, 36);
        b.cel(
                Shapes.svg(
                        "M-10 180 C-30 150 -42 146 -48 150 C-44 156 -46 162 -44 166 C-40 166 -38 172 -38 178 C-33 177 -28 182 -26 188 C-20 184 -14 186 -10 180 Z"),
                wing);
        b.cel(
                Shapes.svg(
                        "M12 180 C28 146 40 140 46 143 C43 150 46 156 45 162 C40 163 40 170 40 176 C35 176 31 182 30 188 C24 184 18 188 12 180 Z"),
                wing);
        b.cel(
                Shapes.svg("M10 226 C28 240 44 232 42 214 L47 212 L39 202 L32 212 L36 213 C36 222 26 222 16 210 Z"),
                scale);
        b.cel(Shapes.blob(-18, 198, -10, 184, 2, 180, 14, 186, 22, 204, 22, 226, 14, 238, -10, 239, -20, 226), scale);
        b.fill(Shapes.blob(-12, 200, -4, 190, 6, 194, 11, 210, 8, 230, -2, 236, -12, 230), belly);
        b.line(
                Shapes.svg("M-12 206 C-6 209 4 209 10 206 M-13 216 C-6 219 5 219 11 216 M-13 226 C-6 229 4 229 10 226"),
                0xD9B060,
                1.3);
        b.ball(Brush.disc(-14, 236, 9, 5), scale);
        b.ball(Brush.disc(14, 236, 9, 5), scale);
        b.limb(new double[] {-16, 200, -22, 208, -16, 214}, 7, 6.5, 6, scale);
        b.limb(new double[] {17, 200, 22, 208, 14, 214}, 7, 6.5, 6, scale);
        b.cel(Shapes.svg("M-22 150 C-30 142 -30 134 -28 128 C-22 132 -16 138 -13 146 Z"), 0xF2E2B0);
        b.cel(Shapes.svg("M18 150 C26 142 26 134 24 128 C18 132 12 138 9 146 Z"), 0xF2E2B0);
        b.ball(
                Shapes.blob(
                        -28, 164, -22, 148, -2, 142, 18, 148, 24, 164, 20, 178, 10, 187, -2, 189, -14, 187, -24, 178),
                scale);
        b.fill(Shapes.blob(-20, 178, -10, 171, -2, 170, 6, 171, 16, 178, 8, 186, -2, 188, -12, 186), belly);
        eyes(b, -14, 10, 164, 4.4);
        b.disc(-6, 175, 1.3, 1.3, 0x7A4A22);
        b.disc(2, 175, 1.3, 1.3, 0x7A4A22);
        b.line(Shapes.svg("M-10 180 C-6 184 2 184 6 180"), 0x6A3A1E, 1.3);
        Path2D crest = Shapes.svg("M-8 145 L-4 134 L-1 143 L2 132 L5 143 L8 137 L9 146 Z");
        b.cel(crest, wing);
    }

    private static void eyes(Brush b, double left, double right, double y, double r) {
        b.disc(left, y, r, r * 1.2, 0x1E1420);
        b.disc(right, y, r, r * 1.2, 0x1E1420);
        b.glowing().disc(left + r * 0.35, y - r * 0.4, r * 0.36, r * 0.4, 0xFFFFFF);
        b.glowing().disc(right + r * 0.35, y - r * 0.4, r * 0.36, r * 0.4, 0xFFFFFF);
    }
}
