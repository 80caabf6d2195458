package io.emaki.hidream.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All parameters of a model as one flat vector, in the order that {@code trainer.py} takes them apart: end modules,
 * vision stem, vision blocks, merger, DeepStack mergers, decoder layers.
 */
public final class ParameterLayout {

    /**
     * One tensor.
     *
     * @param name module path without leading {@code model.}
     * @param shape as in the checkpoint
     * @param offset of its first element in the flat vector
     */
    public record Parameter(String name, List<Long> shape, long offset) {

        public long numel() {
            return shape.stream().reduce(1L, (a, b) -> a * b);
        }

        /** First side. */
        public long rows() {
            return shape.getFirst();
        }

        /** Elements a row; 0 for a one-dimensional tensor. */
        public long columns() {
            return shape.size() < 2 ? 0 : numel() / rows();
        }
    }

    private final List<Parameter> parameters = new ArrayList<>();
    private long total;

    public ParameterLayout(ModelConfig config) {
        Map<String, List<Long>> shapes = new TreeMap<>(TensorNames.required(config));
        shapes.putAll(TensorNames.deepstack(config));
        List<String> order = new ArrayList<>(WeightLoader.endNames());
        order.addAll(WeightLoader.stemNames());
        for (int i = 0; i < config.vision().depth(); i++) {
            order.addAll(WeightLoader.blockNames(i));
        }
        order.addAll(WeightLoader.mergerNames("visual.merger"));
        for (int i = 0; i < config.vision().deepstackAt().size(); i++) {
            order.addAll(WeightLoader.mergerNames("visual.deepstack_merger_list." + i));
        }
        for (int i = 0; i < config.text().layers(); i++) {
            order.addAll(TensorNames.layer(i));
        }
        for (String name : order) {
            Parameter parameter = new Parameter(name, Objects.requireNonNull(shapes.remove(name), name), total);
            parameters.add(parameter);
            total += parameter.numel();
        }
        if (!shapes.isEmpty()) {
            throw new IllegalStateException("not in the order: " + shapes.keySet());
        }
    }

    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    /** Number of elements in all. */
    public long total() {
        return total;
    }
}
