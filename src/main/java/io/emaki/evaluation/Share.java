package io.emaki.evaluation;

/**
 * So many of so many.
 *
 * @param hits from 0 to total; fractional where each trial itself is a share
 * @param total number of trials
 */
public record Share(double hits, int total) {

    /** Of the normal distribution, for 95 %. */
    private static final double Z = 1.959964;

    static final Share NONE = new Share(0, 0);

    Share plus(boolean hit) {
        return plus(hit ? 1 : 0);
    }

    Share plus(double part) {
        return new Share(hits + part, total + 1);
    }

    /** From 0 to 1; NaN without trials. */
    public double value() {
        return hits / total;
    }

    /** Lower end of the 95 % interval (Wilson 1927). */
    public double low() {
        return centre() - half();
    }

    /** Upper end of the 95 % interval. */
    public double high() {
        return centre() + half();
    }

    private double centre() {
        return (hits + Z * Z / 2) / (total + Z * Z);
    }

    private double half() {
        double p = value();
        return Z * Math.sqrt(total * p * (1 - p) + Z * Z / 4) / (total + Z * Z);
    }
}
