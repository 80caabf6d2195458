package io.emaki.world;

import java.awt.image.BufferedImage;

/** Paints what lies behind the avatar. */
final class Backdrop {

    /** How many versions of its details each scene has. */
    static final int VERSIONS = 4;

    private Backdrop() {}

    /** Which version an identity sees: a function of identity and scene alone, so an edit that leaves the scene leaves it. */
    static int version(Identity who, Scene scene) {
        return (int) Long.remainderUnsigned(Dice.mix(who.variant() * 31L + scene.ordinal() + 7) >>> 8, VERSIONS);
    }

    static BufferedImage paint(Scene scene, TimeOfDay time, int version, int size) {
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Dice dice = Dice.of(scene.ordinal(), version);
        try (Brush b = Brush.on(picture, Light.DAY)) {
            switch (scene) {
                case FOREST -> Landscapes.forest(b, time, dice);
                case SNOW -> Landscapes.snow(b, time, dice);
                case BEACH -> Landscapes.beach(b, time, dice);
                case DESERT -> Landscapes.desert(b, time, dice);
                case CITY -> Towns.city(b, time, dice);
                case CASTLE -> Towns.castle(b, time, dice);
                case GARDEN -> Towns.garden(b, time, dice);
                case LIBRARY -> Interiors.library(b, time, dice);
                case TAVERN -> Interiors.tavern(b, time, dice);
                case SPACE_STATION -> Interiors.spaceStation(b, time, dice);
            }
        }
        return picture;
    }
}
