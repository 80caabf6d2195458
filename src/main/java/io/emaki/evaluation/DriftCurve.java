package io.emaki.evaluation;

import java.util.List;

/**
 * What is left after each edit of a chain, over all chains.
 *
 * @param same share of chains that show the same person in every attribute
 * @param identity share of the person's attributes that are right
 * @param state share of the axes of the appearance that are right
 * @param error mean difference (0 to 255) from the true drawing
 */
public record DriftCurve(List<Double> same, List<Double> identity, List<Double> state, List<Double> error) {}
