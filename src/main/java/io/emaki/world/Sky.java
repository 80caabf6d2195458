package io.emaki.world;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Sky, sun or moon, stars and clouds; and the tint of what lies under that sky. */
final class Sky {

    private Sky() {}

    static int[] colours(TimeOfDay time) {
        return switch (time) {
            case DAY -> new int[] {0x4FA3EE, 0xCDEBFB};
            case SUNSET -> new int[] {0x5B4A9C, 0xFFB27C};
            case NIGHT -> new int[] {0x0B1038, 0x34407E};
        };
    }

    /** Colour of distant haze. */
    static int haze(TimeOfDay time) {
        return switch (time) {
            case DAY -> 0xD6EBF8;
            case SUNSET -> 0xF8A47E;
            case NIGHT -> 0x2A3470;
        };
    }

    /** How the landscape's colours look at that time; darker than the figure, which the light picks out. */
    static int lit(int rgb, TimeOfDay time) {
        return switch (time) {
            case DAY -> rgb;
            case SUNSET -> Rgb.mix(Rgb.scale(rgb, 0.98, 0.72, 0.66), 0xD8605C, 0.12);
            case NIGHT -> Rgb.mix(Rgb.scale(rgb, 0.34, 0.42, 0.72), 0x141E58, 0.2);
        };
    }

    static void draw(Brush b, TimeOfDay time, Dice dice, double horizon) {
        int[] c = colours(time);
        var all = new Rectangle2D.Double(0, 0, 256, 256);
        if (time == TimeOfDay.SUNSET) {
            b.fade(new Rectangle2D.Double(0, 0, 256, horizon * 0.55 + 1), 0, c[0], horizon * 0.55, 0xE0708C);
            b.fade(new Rectangle2D.Double(0, horizon * 0.55, 256, 256), horizon * 0.55, 0xE0708C, horizon, c[1]);
        } else {
            b.fade(all, 0, c[0], horizon, c[1]);
        }
        switch (time) {
            case DAY -> {
                b.glow(214, 38, 70, 0xFFF6C8, 0.75);
                b.disc(214, 38, 16, 16, 0xFFF8DA);
            }
            case SUNSET -> {
                b.glow(204, horizon - 44, 110, 0xFFD890, 0.85);
                b.disc(204, horizon - 44, 21, 21, 0xFFE9B4);
            }
            case NIGHT -> {
                for (int i = 0; i < 42; i++) {
                    double r = dice.between(0.4, 1.15);
                    b.disc(dice.between(0, 256), dice.between(0, horizon * 0.8), r, r, 0xF4F2FF, dice.between(0.5, 1));
                }
                b.glow(212, 40, 60, 0xBFD0FF, 0.55);
                b.disc(212, 40, 16, 16, 0xF6F3E0);
                b.disc(207, 36, 3.4, 3, 0xD9D6C6, 0.8);
                b.disc(217, 45, 2.4, 2.2, 0xD9D6C6, 0.8);
                b.disc(215, 34, 1.8, 1.6, 0xD9D6C6, 0.8);
            }
        }
        int cloud = time == TimeOfDay.DAY ? 0xFFFFFF : time == TimeOfDay.SUNSET ? 0xFFC9B4 : 0x5260A0;
        for (int i = 0; i < 3; i++) {
            cloud(b, 20 + i * 82 + dice.between(-22, 22), dice.between(24, 74), dice.between(0.7, 1.1), cloud);
        }
    }

    static void cloud(Brush b, double x, double y, double size, int rgb) {
        Path2D p = Shapes.blob(-30, 4, -20, -4, -12, -12, 0, -14, 10, -9, 20, -8, 30, 4, 0, 6);
        var place = b.place();
        b.at(x, y, size);
        b.fade(p, -12, rgb, 0.9, 8, rgb, 0.15);
        b.back(place);
    }
}
