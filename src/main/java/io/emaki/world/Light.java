package io.emaki.world;

/** The light that falls on what stands in front: a tint by time of day, warmer under a roof at night. */
enum Light {
    DAY(1, 1, 1, 0xFFFFFF),
    SUNSET(1.0, 0.87, 0.78, 0xFFC27A),
    NIGHT(0.70, 0.74, 0.94, 0xA9C4FF),
    LAMP(0.92, 0.80, 0.70, 0xFFD79A);

    private final double red;
    private final double green;
    private final double blue;
    private final int rim;

    Light(double red, double green, double blue, int rim) {
        this.red = red;
        this.green = green;
        this.blue = blue;
        this.rim = rim;
    }

    static Light of(Scene scene, TimeOfDay time) {
        return switch (time) {
            case DAY -> DAY;
            case SUNSET -> SUNSET;
            case NIGHT -> scene.indoor() && scene != Scene.SPACE_STATION ? LAMP : NIGHT;
        };
    }

    int on(int rgb) {
        return Rgb.scale(rgb, red, green, blue);
    }

    int rim() {
        return rim;
    }
}
