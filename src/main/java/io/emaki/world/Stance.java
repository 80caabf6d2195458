package io.emaki.world;

/**
 * The joints of a pose, in units from the avatar's middle line and the top of the picture. Arms and legs are three joints
 * each: shoulder, elbow, hand; hip, knee, ankle.
 *
 * @param drop how far head and torso lie below the standing height
 */
record Stance(double drop, Legs legs, double[] leftArm, double[] rightArm, double[] leftLeg, double[] rightLeg) {

    static final double GROUND = 240;

    enum Legs {
        STRAIGHT,
        SEATED,
        FOLDED,
        LEAPING
    }

    private static final double[] HANGING_LEFT = {-18, 101, -25.5, 126, -27, 150};
    private static final double[] HANGING_RIGHT = {18, 101, 25.5, 126, 27, 150};
    private static final double[] STRAIGHT_LEFT = {-8.5, 148, -9.5, 192, -10, 232};
    private static final double[] STRAIGHT_RIGHT = {8.5, 148, 9.5, 192, 10, 232};

    private static final Stance STANDING =
            new Stance(0, Legs.STRAIGHT, HANGING_LEFT, HANGING_RIGHT, STRAIGHT_LEFT, STRAIGHT_RIGHT);
    private static final Stance WAVING = new Stance(
            0, Legs.STRAIGHT, new double[] {-18, 101, -39, 95, -45, 60}, HANGING_RIGHT, STRAIGHT_LEFT, STRAIGHT_RIGHT);
    private static final Stance ARMS_CROSSED = new Stance(
            0,
            Legs.STRAIGHT,
            new double[] {-18, 101, -29, 124, 11, 119},
            new double[] {18, 101, 29, 124, -13, 126},
            new double[] {-8.5, 148, -13, 192, -17, 232},
            new double[] {8.5, 148, 13, 192, 17, 232});
    private static final Stance SITTING = new Stance(
            38,
            Legs.SEATED,
            new double[] {-18, 139, -27, 161, -25, 184},
            new double[] {18, 139, 27, 162, 3, 182},
            new double[] {-6, 187, -37, 193, -39, 232},
            new double[] {5, 190, -25, 198, -24, 236});
    private static final Stance KNEELING = new Stance(
            68,
            Legs.FOLDED,
            new double[] {-18, 169, -27, 193, -15, 215},
            new double[] {18, 169, 27, 193, 15, 215},
            new double[] {-7, 216, -16, 229, -27, 233},
            new double[] {7, 216, 16, 229, 27, 233});
    private static final Stance JUMPING = new Stance(
            -8,
            Legs.LEAPING,
            new double[] {-18, 93, -38, 78, -49, 45},
            new double[] {18, 93, 38, 78, 49, 45},
            new double[] {-8, 140, -23, 170, -10, 202},
            new double[] {8, 140, 21, 172, 44, 190});
    private static final Stance READING = new Stance(
            0,
            Legs.STRAIGHT,
            new double[] {-18, 101, -27, 127, -14, 121},
            new double[] {18, 101, 27, 127, 14, 121},
            STRAIGHT_LEFT,
            STRAIGHT_RIGHT);

    static Stance of(Pose pose) {
        return switch (pose) {
            case STANDING -> STANDING;
            case WAVING -> WAVING;
            case ARMS_CROSSED -> ARMS_CROSSED;
            case SITTING -> SITTING;
            case KNEELING -> KNEELING;
            case JUMPING -> JUMPING;
            case READING -> READING;
        };
    }
}
