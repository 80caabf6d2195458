package io.emaki.detection;

/**
 * How fast a detector is, on one thread.
 *
 * @param startUpMillis from nothing to the first answer
 * @param turnsPerSecond after that
 * @param medianMillis of one turn
 * @param p95Millis that 95 of 100 turns stay below
 */
public record Latency(double startUpMillis, double turnsPerSecond, double medianMillis, double p95Millis) {}
