package io.emaki.evaluation;

/**
 * So many of so many.
 *
 * @param hits from 0 to total; fractional where each trial itself is a share
 * @param total number of trials
 */
record Share(double hits, int total) {

    /** Of the normal distribution, for 95 %. */
    private static final double Z = 1.959964;

    static final Share NONE = new Share(0, 0);

    static Share of(boolean hit) {
        return new Share(hit ? 1 : 0, 1);
    }

    Share plus(Share other) {
        return new Share(hits + other.hits, total + other.total);
    }

    /** From 0 to 1; NaN without trials. */
    double value() {
        return hits / total;
    }

    /** Lower end of the 95 % interval (Wilson 1927); without trials 0. */
    double low() {
        return total == 0 ? 0 : Math.max(0, centre() - half());
    }

    /** Upper end of the 95 % interval; without trials 1. */
    double high() {
        return total == 0 ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        return (hits + Z * Z / 2) / (total + Z * Z);
    }

    private double half() {
        double p = value();
        return Z * Math.sqrt(total * p * (1 - p) + Z * Z / 4) / (total + Z * Z);
    }
}
