package io.emaki.world;

/** The light that falls on what stands in front: a tint by time of day, warmer under a roof at night. */
enum Light {
    DAY(1, 1, 1, 0xFFFFFF, 0.18),
    SUNSET(1.0, 0.87, 0.78, 0xFFD79A, 0.75),
    NIGHT(0.70, 0.74, 0.94, 0xC4D8FF, 0.7),
    LAMP(0.92, 0.80, 0.70, 0xFFD08A, 0.5);

    private final double red;
    private final double green;
    private final double blue;
    private final int rim;
    private final double rimStrength;

    Light(double red, double green, double blue, int rim, double rimStrength) {
        this.red = red;
        this.green = green;
        this.blue = blue;
        this.rim = rim;
        this.rimStrength = rimStrength;
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

    double rimStrength() {
        return rimStrength;
    }

    int rim() {
        return rim;
    }
}
