package io.emaki.hidream;

import java.util.Locale;

/** The arithmetic of the decoder. Velocity, guidance and scheduler are float32 in every precision. */
public enum Precision {
    /** Weights and activations in float32. */
    FLOAT32,
    /** Weights and activations in bfloat16; rotary angles, norms and velocity in float32. */
    BFLOAT16,
    /**
     * Decoder Linears resident as float8_e4m3fn and upcast at use, everything else as in {@link #FLOAT32} on a CPU and
     * as in {@link #BFLOAT16} on a GPU.
     */
    FLOAT8;

    /** The name in options and configuration: {@code float32}, {@code bfloat16} or {@code float8}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidRequestException for {@code precision} when the text is none of the three names */
    public static Precision parse(String text) {
        for (Precision precision : values()) {
            if (precision.label().equals(text)) {
                return precision;
            }
        }
        throw new InvalidRequestException("precision", "must be float32, bfloat16 or float8, not '" + text + "'");
    }
}
