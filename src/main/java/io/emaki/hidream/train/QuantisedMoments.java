package io.emaki.hidream.train;

import io.emaki.hidream.checkpoint.SafetensorsWriter.Tensor;
import io.emaki.hidream.runtime.Exchange;
import io.emaki.hidream.runtime.Handle;
import io.emaki.hidream.runtime.Kernel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** AdamW's moments in 8 bits: a code for each number and a float32 scale for each block of {@value #BLOCK}. */
final class QuantisedMoments implements Moments {

    static final int BLOCK = 2048;

    private final Kernel trainer;
    private final Kernel tensors;
    private final Exchange exchange;
    private final int blocks;
    private final Handle signed;
    private final Handle unsigned;
    private Handle first;
    private Handle firstScale;
    private Handle second;
    private Handle secondScale;

    /** @param size parameters */
    QuantisedMoments(Kernel trainer, Kernel tensors, Exchange exchange, int size) {
        this.trainer = trainer;
        this.tensors = tensors;
        this.exchange = exchange;
        this.blocks = (size + BLOCK - 1) / BLOCK;
        signed = exchange.floats(DynamicCodes.signed());
        unsigned = exchange.floats(DynamicCodes.unsigned());
        byte[] nothing = new byte[blocks * BLOCK];
        java.util.Arrays.fill(nothing, DynamicCodes.zeroOfSigned());
        first = codes(nothing);
        second = codes(new byte[blocks * BLOCK]);
        firstScale = scales(new float[blocks]);
        secondScale = scales(new float[blocks]);
    }

    private Handle codes(byte[] values) {
        try (Handle flat = exchange.bytes(values)) {
            return tensors.call("reshape2", flat, blocks, BLOCK);
        }
    }

    private Handle scales(float[] values) {
        try (Handle flat = exchange.floats(values)) {
            return tensors.call("reshape2", flat, blocks, 1);
        }
    }

    @Override
    public void update(Handle master, Handle grads, Step step) {
        trainer.callLong(
                "adamw8",
                master,
                grads,
                first,
                firstScale,
                second,
                secondScale,
                signed,
                unsigned,
                step.number(),
                step.rate(),
                step.beta1(),
                step.options().beta2(),
                1e-8,
                step.options().weightDecay());
    }

    @Override
    public long bytes() {
        return 2L * blocks * BLOCK + 2L * blocks * Float.BYTES;
    }

    @Override
    public Map<String, Tensor> save() {
        List<Long> shape = List.of((long) blocks, (long) BLOCK);
        List<Long> each = List.of((long) blocks, 1L);
        Map<String, Tensor> saved = new LinkedHashMap<>();
        saved.put("momentum", new Tensor("U8", shape, exchange.toBytes(first)));
        saved.put("momentum_scale", Tensor.float32(each, exchange.toFloats(firstScale)));
        saved.put("variance_root", new Tensor("U8", shape, exchange.toBytes(second)));
        saved.put("variance_root_scale", Tensor.float32(each, exchange.toFloats(secondScale)));
        return saved;
    }

    @Override
    public void load(TrainingState state) {
        byte[] momentum = state.bytes("momentum", blocks * BLOCK);
        float[] momentumScale = state.floats("momentum_scale", blocks);
        byte[] root = state.bytes("variance_root", blocks * BLOCK);
        float[] rootScale = state.floats("variance_root_scale", blocks);
        release();
        first = codes(momentum);
        firstScale = scales(momentumScale);
        second = codes(root);
        secondScale = scales(rootScale);
    }

    private void release() {
        first.close();
        firstScale.close();
        second.close();
        secondScale.close();
    }

    @Override
    public void close() {
        release();
        signed.close();
        unsigned.close();
    }
}
