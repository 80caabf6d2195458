package io.emaki.hidream.train;

import io.emaki.hidream.checkpoint.ParameterLayout;
import io.emaki.hidream.checkpoint.ParameterLayout.Parameter;
import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import io.emaki.hidream.runtime.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Both moments in float32: AdamW, and Muon for the matrices of {@link MuonGroups}. */
final class FloatMoments implements Moments {

    private final Scope owned = new Scope();
    private final Kernel trainer;
    private final Exchange exchange;
    private final int size;
    private final List<Object> muon = new ArrayList<>();
    private Handle first;
    private Handle second;

    /** @param tensors kernel that builds lists */
    FloatMoments(Kernel trainer, Kernel tensors, Exchange exchange, ParameterLayout layout, boolean muon) {
        this.trainer = trainer;
        this.exchange = exchange;
        this.size = Math.toIntExact(layout.total());
        first = trainer.call("zeros", size, exchange.device());
        second = trainer.call("zeros", size, exchange.device());
        if (muon) {
            List<Parameter> parameters = layout.parameters();
            MuonGroups groups = MuonGroups.of(parameters);
            Handle numbers = owned.own(tensors.call("ints"));
            groups.of().forEach(group -> tensors.run("add_int", numbers, group));
            this.muon.addAll(List.of(
                    owned.own(ints(tensors, parameters, Parameter::offset)),
                    owned.own(ints(tensors, parameters, Parameter::rows)),
                    owned.own(ints(tensors, parameters, Parameter::columns)),
                    numbers,
                    groups.count()));
        }
    }

    static Handle ints(Kernel tensors, List<Parameter> parameters, ToLongFunction<Parameter> number) {
        Handle list = tensors.call("ints");
        parameters.forEach(parameter -> tensors.run("add_int", list, number.applyAsLong(parameter)));
        return list;
    }

    @Override
    public void update(Handle master, Handle grads, Step step) {
        List<Object> arguments = new ArrayList<>(List.of(
                master,
                grads,
                first,
                second,
                step.number(),
                step.rate(),
                step.beta1(),
                step.options().beta2(),
                1e-8,
                step.options().weightDecay()));
        arguments.addAll(muon);
        trainer.call(muon.isEmpty() ? "adamw" : "muon", arguments.toArray()).close();
    }

    @Override
    public long bytes() {
        return 8L * size;
    }

    @Override
    public Map<String, Tensor> save() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("momentum", Tensor.float32(List.of((long) size), exchange.toFloats(first)));
        tensors.put("variance", Tensor.float32(List.of((long) size), exchange.toFloats(second)));
        return tensors;
    }

    @Override
    public void load(TrainingState state) {
        float[] momentum = state.floats("momentum", size);
        float[] variance = state.floats("variance", size);
        first.close();
        second.close();
        first = exchange.floats(momentum);
        second = exchange.floats(variance);
    }

    @Override
    public void close() {
        first.close();
        second.close();
        owned.close();
    }
}
