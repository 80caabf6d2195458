package io.emaki.hidream.checkpoint;

import io.emaki.hidream.checkpoint.ModelConfig.Text;
import java.util.function.ToLongFunction;

/** The Linears of a decoder layer, in the order that {@code decoder.py} takes weights' scales and adapters' factors. */
public enum DecoderLinear {
    Q("self_attn.q_proj", DecoderLinear::queries, Text::hidden),
    K("self_attn.k_proj", DecoderLinear::keys, Text::hidden),
    V("self_attn.v_proj", DecoderLinear::keys, Text::hidden),
    O("self_attn.o_proj", Text::hidden, DecoderLinear::queries),
    GATE("mlp.gate_proj", Text::intermediate, Text::hidden),
    UP("mlp.up_proj", Text::intermediate, Text::hidden),
    DOWN("mlp.down_proj", Text::hidden, Text::intermediate);

    private final String path;
    private final ToLongFunction<Text> out;
    private final ToLongFunction<Text> in;

    DecoderLinear(String path, ToLongFunction<Text> out, ToLongFunction<Text> in) {
        this.path = path;
        this.out = out;
        this.in = in;
    }

    private static long queries(Text text) {
        return (long) text.heads() * text.headDim();
    }

    private static long keys(Text text) {
        return (long) text.kvHeads() * text.headDim();
    }

    /** Module path in a layer, without leading {@code model.}. */
    public String path(int layer) {
        return "language_model.layers." + layer + "." + path;
    }

    /** Last part of the path, such as {@code q_proj}. */
    public String shortName() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    public long out(Text text) {
        return out.applyAsLong(text);
    }

    public long in(Text text) {
        return in.applyAsLong(text);
    }
}
