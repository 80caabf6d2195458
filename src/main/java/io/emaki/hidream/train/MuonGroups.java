package io.emaki.hidream.train;

import io.emaki.hidream.checkpoint.ParameterLayout.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which parameters Muon updates: the Linears inside decoder layers, vision blocks and mergers, grouped by shape so that
 * one batch of matrix products serves a group. Embeddings, the first and the last layer stay with Adam.
 *
 * @param of group number of each parameter, -1 for Adam's
 * @param count number of groups
 */
record MuonGroups(List<Integer> of, int count) {

    private record Shape(long shorter, long longer) {}

    static MuonGroups of(List<Parameter> parameters) {
        Map<Shape, Integer> numbers = new LinkedHashMap<>();
        List<Integer> groups = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (isHiddenMatrix(parameter)) {
                Shape shape = new Shape(
                        Math.min(parameter.rows(), parameter.columns()),
                        Math.max(parameter.rows(), parameter.columns()));
                groups.add(numbers.computeIfAbsent(shape, key -> numbers.size()));
            } else {
                groups.add(-1);
            }
        }
        return new MuonGroups(List.copyOf(groups), numbers.size());
    }

    private static boolean isHiddenMatrix(Parameter parameter) {
        String name = parameter.name();
        return parameter.columns() > 0
                && (name.startsWith("language_model.layers.")
                        || name.startsWith("visual.blocks.")
                        || name.startsWith("visual.merger.")
                        || name.startsWith("visual.deepstack_merger_list."));
    }
}
